import { useState } from 'react'
import { Button } from 'antd'
import type { Finding } from '../../../shared/check/findings.ts'
import { useFindingSentence } from '../../filing/use-finding-sentence.ts'
import { ExplanationField } from '../../filing/explanation-field.tsx'
import { useOwnExplanations } from '../../filing/use-own-explanations.ts'
import { useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import { checkOrder, findingId } from './check-order.ts'

const FIRST = 1

/** The query that somebody writes about, and the shown order of the findings at that time. */
type Writing = { key: string; order: readonly string[] }

/**
 * The failed checks of the totals: the finding, its reason, a link to the cell, and the explanation of a query. Only the first one is shown
 * at first, because the table needs the space.
 */
export function CountyChecks({ findings, onCell }: { findings: readonly Finding[]; onCell: (cell: string) => void }) {
  const t = useText('consolidate')
  const { current, explainOf } = useOwnExplanations()
  const sentence = useFindingSentence()
  const [all, setAll] = useState(false)
  const [writing, setWriting] = useState<Writing | null>(null)
  if (findings.length === 0) return null
  const open = findings.filter((finding) => !finding.explained)
  // The order is held while somebody writes, so that nothing moves.
  const ordered = checkOrder(findings, findings.some((finding) => finding.key === writing?.key) ? (writing?.order ?? null) : null)
  const shown = all ? ordered : ordered.slice(0, FIRST)
  const write = ({ key }: Finding) => setWriting(writing?.key === key ? null : { key, order: ordered.map(findingId) })
  const errors = findings.some((finding) => finding.level === 'error')
  return (
    <section className={errors ? 'county-checks county-checks-error' : 'county-checks'} role={errors ? 'alert' : 'status'}>
      <div className="row">
        <strong className="grow">
          {open.length > 0 ? t.checksTitle(countText(open.length)) : t.checksExplained(countText(findings.length))}
        </strong>
        {findings.length > FIRST && (
          <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t.checksLess : t.checksMore(countText(findings.length - FIRST))}
          </Button>
        )}
      </div>
      <ul>
        {shown.map((finding) => (
          <li key={findingId(finding)}>
            <div className="grow">
              <div className={all ? undefined : 'county-check-short'}>
                {finding.level === 'error' ? '✗' : finding.explained ? '✓' : '?'} {sentence(finding)}{' '}
                <span className="secondary">
                  {finding.explained && writing?.key !== finding.key ? t.explained(finding.explanation ?? '') : t.because(finding.because)}
                </span>
              </div>
              {writing?.key === finding.key && <ExplanationField held={current(finding).explanation} onExplain={explainOf(finding)} />}
            </div>
            {finding.level === 'query' && (
              <Button size="small" aria-expanded={writing?.key === finding.key} onClick={() => write(finding)}>
                {writing?.key === finding.key ? t.doneExplaining : finding.explained ? t.changeExplanation : t.explain}
              </Button>
            )}
            <Button size="small" onClick={() => onCell(finding.cell)}>
              {t.toCell}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
