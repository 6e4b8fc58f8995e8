import type { TableProgress } from '../../filing/filing-state.ts'
import { hashOf } from '../../place/router.ts'
import { useText } from '../../text/language.tsx'
import { Count } from '../../ui/figure.tsx'
import { progressSigns } from '../fill/table-tabs.tsx'

/** Every table with its progress and a link to it. */
export function Completeness({ progress, unit }: { progress: readonly TableProgress[]; unit: string | undefined }) {
  const t = useText('handover')
  const empty = progress.filter(({ mark }) => mark === 'empty').length
  return (
    <section className="card stack grow">
      <h2>{t.completeness}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t.table}</th>
            <th scope="col">{t.state}</th>
            <th scope="col" className="number">
              {t.toCorrect}
            </th>
            <th scope="col" className="number">
              {t.toExplain}
            </th>
          </tr>
        </thead>
        <tbody>
          {progress.map(({ table, mark, errors, missing, queries, refused }) => (
            <tr key={table.code}>
              <th scope="row">
                <a href={hashOf('fill', [table.code], { unit })}>{table.title}</a> <span className="secondary small">{table.code}</span>
              </th>
              <td className={`mark-${mark}`}>
                {progressSigns[mark]} {t.mark(mark)}
              </td>
              <td className="number">
                {errors + refused + missing > 0 && <Count value={errors + refused + missing} className="finding-red" />}
              </td>
              <td className="number">{queries > 0 && <Count value={queries} className="finding-amber" />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {empty > 0 && empty < progress.length && <p className="secondary small">{t.emptyNote(empty)}</p>}
    </section>
  )
}
