import { useState } from 'react'
import { Button } from 'antd'
import type { Finding } from '../../../shared/check/findings.ts'
import { useLanguage, useText } from '../../text/language.tsx'
import { consolidate } from '../../text/consolidate.ts'
import { countText } from '../../ui/figure.tsx'

const FIRST = 1

/** The checks of the totals that do not hold: what, why the rule is there, and the way to the cell. Kept low: the table is what the page is for. */
export function CountyChecks({ findings, onCell }: { findings: readonly Finding[]; onCell: (cell: string) => void }) {
  const t = useText(consolidate)
  const { lang } = useLanguage()
  const [all, setAll] = useState(false)
  if (findings.length === 0) return null
  const shown = all ? findings : findings.slice(0, FIRST)
  const errors = findings.some((finding) => finding.level === 'error')
  return (
    <section className={errors ? 'county-checks county-checks-error' : 'county-checks'} role={errors ? 'alert' : 'status'}>
      <div className="row">
        <strong className="grow">{t.checksTitle(countText(findings.length))}</strong>
        {findings.length > FIRST && (
          <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t.checksLess : t.checksMore(countText(findings.length - FIRST))}
          </Button>
        )}
      </div>
      <ul>
        {shown.map((finding) => (
          <li key={`${finding.key} ${finding.cell}`}>
            <div className={all ? 'grow' : 'grow county-check-short'}>
              {finding.level === 'error' ? '✗' : '?'} {finding.message[lang]}{' '}
              <span className="secondary">{finding.explanation === null ? t.because(finding.because) : t.explained(finding.explanation)}</span>
            </div>
            <Button size="small" onClick={() => onCell(finding.cell)}>
              {t.toCell}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
