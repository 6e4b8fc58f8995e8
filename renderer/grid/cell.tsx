import { memo } from 'react'
import { classOfView, signOfView, type CellView } from './cell-state.ts'
import './cell-marks.css'

/** One data cell of a form or of the legend; drawn again only when its view changes. */
export const CellOfForm = memo(function CellOfForm({ view, name }: { view: CellView; name?: string }) {
  const sign = signOfView(view)
  return (
    <td className={classOfView(view)} data-cell={name} title={view.hint === '' ? undefined : view.hint}>
      {view.text}
      {view.prior !== null && <span className="cell-prior">{view.prior === '' ? '—' : view.prior}</span>}
      {sign !== '' && <span className="cell-sign">{sign}</span>}
      {view.mark === 'explained' && <span className="cell-sign cell-speech" />}
    </td>
  )
})
