import type { Finding } from '../../../shared/check/findings.ts'
import { cellTitle } from '../../../shared/scheme/cells.ts'
import { tableOf, type CellRef } from '../../../shared/words.ts'
import { derived, isMissing } from '../../filing/filing-state.ts'
import { FindingCard } from '../../filing/finding-card.tsx'
import { MissingCard } from '../../filing/missing-card.tsx'
import { RefusedCard } from '../../filing/refused-card.tsx'
import { RemarkCard } from '../../filing/remark-card.tsx'
import type { OpenFiling } from '../../filing/use-filing.ts'
import { useText } from '../../text/language.tsx'
import { hashOf } from '../../place/router.ts'

type CheckPanelProps = { filing: OpenFiling; table: string; readOnly: boolean; onJump: (cell: CellRef) => void }

/** The findings of one table, live: a click leads to the cell, a query takes its explanation here. */
export function CheckPanel({ filing, table, readOnly, onJump }: CheckPanelProps) {
  const t = useText('fill')
  const { findings } = derived(filing.state)
  const here = findings.filter((finding) => tableOf(finding.cell) === table)
  const elsewhere = findings.filter((finding) => tableOf(finding.cell) !== table && !finding.explained).length
  const refused = [...filing.state.refused].filter(([ref]) => tableOf(ref) === table)
  const remarks = [...filing.state.remarks].filter(([ref]) => tableOf(ref) === table)
  const explain = (finding: Finding) => (readOnly ? null : (text: string) => filing.store.explain(finding, text))
  return (
    <>
      {here.length + refused.length + remarks.length === 0 && <p className="side-none">{t.checksNone}</p>}
      {remarks.map(([ref, text]) => (
        <RemarkCard key={`${ref} remark`} place={cellTitle(filing.state.scheme, ref)} text={text} onJump={() => onJump(ref)} />
      ))}
      {refused.map(([ref, { problem }]) => (
        <RefusedCard key={ref} place={cellTitle(filing.state.scheme, ref)} problem={problem} onJump={() => onJump(ref)} />
      ))}
      {here
        .filter((finding) => !isMissing(finding))
        .map((finding) => (
          <FindingCard key={finding.key} finding={finding} onJump={() => onJump(finding.cell)} onExplain={explain(finding)} />
        ))}
      <MissingCard findings={here.filter(isMissing)} onJump={onJump} />
      {elsewhere > 0 && (
        <p className="side-none">
          <a href={hashOf('checks', [], { unit: filing.state.view.unit.code })}>{t.checksElsewhere(elsewhere)}</a>
        </p>
      )}
    </>
  )
}
