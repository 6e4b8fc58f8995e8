import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { filingStatusOfCounty } from '../../../shared/api/roster.ts'
import { useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'

type FilingProgressProps = {
  counts: z.infer<typeof filingStatusOfCounty>
  chosen: string | null
  onChoose: (township: string | null) => void
}

/** The filed units of each township (a click narrows the roster), and the missing units. */
export function FilingProgress({ counts, chosen, onChoose }: FilingProgressProps) {
  const t = useText('roster')
  const [copied, setCopied] = useState(false)
  const missing = chosen === null ? counts.missing : counts.missing.filter((unit) => unit.township === chosen)
  const copy = async () => {
    await navigator.clipboard.writeText(missing.map((unit) => `${unit.code}\t${unit.name}\t${unit.township}`).join('\n'))
    setCopied(true)
  }
  return (
    <aside className="roster-side">
      <section className="card">
        <h2>{t.progressTitle}</h2>
        <ul className="township-list">
          {counts.byTownship.map(({ township, expected, filed }) => (
            <li key={township}>
              <button
                type="button"
                aria-pressed={township === chosen}
                title={township}
                onClick={() => onChoose(township === chosen ? null : township)}
              >
                <span className="township-name">{township || t.noTownship}</span>
                <span className="township-bar" aria-hidden="true">
                  <span style={{ width: `${expected === 0 ? 0 : (filed / expected) * 100}%` }} />
                </span>
                <span className="figure">
                  {countText(filed)}/{countText(expected)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section className="card">
        <div className="row">
          <h2 className="grow">{t.missingTitle(countText(missing.length))}</h2>
          {missing.length > 0 && (
            <Button size="small" onClick={() => void copy()}>
              {copied ? t.copied : t.copyMissing}
            </Button>
          )}
        </div>
        {missing.length === 0 ? (
          <p className="secondary">{t.missingNone}</p>
        ) : (
          <ul className="missing-list">
            {missing.map((unit) => (
              <li key={unit.code}>
                <span className="grow">{unit.name}</span>
                <span className="secondary small missing-township" title={unit.township}>
                  {unit.township}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </aside>
  )
}
