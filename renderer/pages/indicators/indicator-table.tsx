import type { KeyboardEvent } from 'react'
import type { Answer } from '../../../shared/api/contract.ts'
import type { consolidationApi } from '../../../shared/api/consolidation.ts'
import type { Indicator } from '../../../shared/scheme/scheme.ts'
import { useText } from '../../text/language.tsx'
import { MetMark } from '../evaluate/met-mark.tsx'
import { targetText } from '../../ui/target-text.ts'

type Values = Answer<typeof consolidationApi.indicators>[number]['indicators']
type IndicatorTableProps = { indicators: readonly Indicator[]; values: Values; chosen: string; onChoose: (code: string) => void }

/** The county's indicators; the up and down keys choose the compared one. */
export function IndicatorTable({ indicators, values, chosen, onChoose }: IndicatorTableProps) {
  const t = useText('evaluate')
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = indicators[indicators.findIndex(({ code }) => code === chosen) + step]
    if (step === 0 || next === undefined) return
    event.preventDefault()
    onChoose(next.code)
    event.currentTarget.querySelector<HTMLElement>(`[data-code="${CSS.escape(next.code)}"]`)?.focus()
  }
  return (
    <div className="card indicator-table" onKeyDown={onKeyDown}>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t.indicator}</th>
            <th className="number">{t.value}</th>
            <th>{t.unit}</th>
            <th className="number">{t.target}</th>
            <th>{t.result}</th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => {
            const value = values[indicator.code]
            return (
              <tr key={indicator.code} aria-selected={indicator.code === chosen} onClick={() => onChoose(indicator.code)}>
                <td>
                  <button
                    type="button"
                    className="link-button"
                    data-code={indicator.code}
                    tabIndex={indicator.code === chosen ? 0 : -1}
                    onClick={() => onChoose(indicator.code)}
                  >
                    {indicator.code}
                  </button>
                </td>
                <td className="number figure">
                  <strong>{value?.shown ?? '—'}</strong>
                </td>
                <td className="secondary">{indicator.unit}</td>
                <td className="number figure">{targetText(indicator.target?.source)}</td>
                <td>
                  <MetMark met={value?.met ?? null} hasTarget={indicator.target !== null} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
