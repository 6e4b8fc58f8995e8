import { useState } from 'react'
import { Button } from 'antd'
import { filingApi } from '../../../shared/api/filing.ts'
import type { Finding } from '../../../shared/check/findings.ts'
import { call } from '../../api/client.ts'
import { invalidate } from '../../api/use-query.ts'
import { ExplanationField } from '../../filing/explanation-field.tsx'
import { useLanguage, useText } from '../../text/language.tsx'
import { consolidate } from '../../text/consolidate.ts'
import { countText } from '../../ui/figure.tsx'

const FIRST = 1

/** The checks of the totals that do not hold: what, why the rule is there, the way to the cell, and for a query its explanation. Kept low: the table is what the page is for. */
export function CountyChecks({ findings, onCell }: { findings: readonly Finding[]; onCell: (cell: string) => void }) {
  const t = useText(consolidate)
  const { lang } = useLanguage()
  const [all, setAll] = useState(false)
  const [writing, setWriting] = useState<string | null>(null)
  if (findings.length === 0) return null
  // What is open stands first, but nothing moves while somebody writes about it.
  const open = findings.filter((finding) => !finding.explained)
  const ordered = writing === null ? [...open, ...findings.filter((finding) => finding.explained)] : findings
  const shown = all || writing !== null ? ordered : ordered.slice(0, FIRST)
  const explain = (finding: Finding) => async (text: string) => {
    await call(filingApi.explain, { params: { unit: finding.unit }, input: { key: finding.key, text } })
    invalidate(['/api/checks', `/api/filings/${encodeURIComponent(finding.unit)}`])
  }
  const errors = findings.some((finding) => finding.level === 'error')
  return (
    <section className={errors ? 'county-checks county-checks-error' : 'county-checks'} role={errors ? 'alert' : 'status'}>
      <div className="row">
        <strong className="grow">{open.length > 0 ? t.checksTitle(countText(open.length)) : t.checksExplained(countText(findings.length))}</strong>
        {findings.length > FIRST && (
          <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t.checksLess : t.checksMore(countText(findings.length - FIRST))}
          </Button>
        )}
      </div>
      <ul>
        {shown.map((finding) => (
          <li key={`${finding.key} ${finding.cell}`}>
            <div className="grow">
              <div className={all ? undefined : 'county-check-short'}>
                {finding.level === 'error' ? '✗' : finding.explained ? '✓' : '?'} {finding.message[lang]}{' '}
                <span className="secondary">{finding.explained ? t.explained(finding.explanation ?? '') : t.because(finding.because)}</span>
              </div>
              {writing === finding.key && <ExplanationField kept={finding.explained ? (finding.explanation ?? '') : ''} former={finding.explanation} onExplain={explain(finding)} />}
            </div>
            {finding.level === 'query' && (
              <Button size="small" aria-expanded={writing === finding.key} onClick={() => setWriting(writing === finding.key ? null : finding.key)}>
                {writing === finding.key ? t.doneExplaining : finding.explained ? t.changeExplanation : t.explain}
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
