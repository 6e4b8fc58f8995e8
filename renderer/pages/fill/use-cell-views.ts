import { useMemo, useState } from 'react'
import type { Decimal } from '../../../shared/decimal/decimal.ts'
import type { Cell } from '../../../shared/scheme/scheme.ts'
import type { CellRef } from '../../../shared/words.ts'
import { derived, isMissing, type FilingState } from '../../filing/filing-state.ts'
import type { CellView } from '../../grid/cell-state.ts'
import { cellViewsOverTime, shownFact, type Mark } from '../../grid/cell-views.ts'
import type { GridModel } from '../../grid/grid-model.ts'
import { useText } from '../../text/language.tsx'

type ShownForm = {
  state: FilingState
  model: GridModel
  /** True when blank required cells are marked. */
  askMissing: boolean
  prior: ((ref: CellRef) => Decimal | string | null) | null
}

/** The cells of a form as drawn now; an unchanged cell stays the same object. */
export function useCellViews({ state, model, askMissing, prior }: ShownForm): readonly (readonly CellView[])[] {
  const t = useText('fill')
  const r = useText('returned')
  const [draw] = useState(cellViewsOverTime)
  return useMemo(() => {
    const { source, findings, changed } = derived(state)
    const marks = new Map<CellRef, Mark>()
    const shown = findings.filter((finding) => askMissing || !isMissing(finding))
    for (const finding of [...shown].reverse())
      marks.set(finding.cell, finding.level === 'error' ? 'error' : finding.explained ? 'explained' : 'query')
    const refused = new Map([...state.refused].map(([ref, { text }]) => [ref, text]))
    const hint = (ref: CellRef, cell: Cell): string => {
      const remark = state.remarks.get(ref)
      const handedOver = changed.get(ref)
      return [remark === undefined ? '' : r.remarkOf(remark), handedOver === undefined ? '' : t.handedOver(shownFact(handedOver, cell))]
        .filter(Boolean)
        .join('\n')
    }
    const contents = { facts: state.facts, refused, computed: source.computed, marks, prior, changed, remarks: state.remarks, hint }
    return draw(model, contents)
  }, [draw, model, askMissing, state, prior, t, r])
}
