import { Button } from 'antd'
import { useState } from 'react'
import { fromInteger, fromText, isNegative, multiply } from '../../../shared/decimal/decimal.ts'
import { useText } from '../../text/language.tsx'
import { countText, figureText } from '../../ui/figure.tsx'
import type { Chosen } from './balance-rises.tsx'
import { figurePattern } from './figure-pattern.ts'

/** The number of schools shown at first; schools far down the list hardly count. */
const FIRST = 60

/** Every school with its share of the variance as a bar, the largest first. */
export function BalanceSchools({ chosen }: { chosen: Chosen }) {
  const t = useText('balance')
  const [all, setAll] = useState(false)
  const pattern = figurePattern(chosen.unit)
  const shown = all ? chosen.parts : chosen.parts.slice(0, FIRST)
  return (
    <section className="card balance-schools" aria-label={t.schools}>
      <div className="row balance-head">
        <h2>{t.schools}</h2>
        <span className="secondary small">{t.schoolsHint(countText(chosen.parts.length))}</span>
      </div>
      <div className="balance-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t.school}</th>
              <th scope="col" className="number">
                {t.weight}
              </th>
              <th scope="col" className="number">
                {t.value}
              </th>
              <th scope="col" className="number">
                {t.distance}
              </th>
              <th scope="col" colSpan={2}>
                {t.share}
              </th>
              {chosen.standard !== null && <th scope="col">{t.short}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((part) => (
              <tr key={part.unit}>
                <th scope="row">
                  {part.name} <span className="secondary small">{part.township}</span>
                </th>
                <td className="number figure">{figureText(part.weight)}</td>
                <td className="number figure">
                  <strong>{figureText(part.value, pattern)}</strong>
                </td>
                <td className={isBelow(part.distance) ? 'number figure unmet' : 'number figure'}>{signed(part.distance, pattern)}</td>
                <td className="number figure">{percent(part.share)}</td>
                <td className="share-cell" aria-hidden="true">
                  <span
                    className={isBelow(part.distance) ? 'share-bar share-below' : 'share-bar'}
                    style={{ width: `${barWidth(part.share, chosen.parts[0]?.share ?? null)}%` }}
                  />
                </td>
                {chosen.standard !== null && (
                  <td className="balance-short">
                    {part.short === null ? (
                      <span className="met">{t.reached}</span>
                    ) : (
                      t.shortOf(
                        figureText(part.short.value, pattern),
                        `${figureText(part.short.amount)}${chosen.of === '' ? '' : ` ${chosen.of}`}`,
                      )
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
        {shown.length < chosen.parts.length && (
          <Button size="small" onClick={() => setAll(true)}>
            {t.all(countText(chosen.parts.length))}
          </Button>
        )}
      </div>
    </section>
  )
}

function isBelow(distance: string): boolean {
  const decimal = fromText(distance)
  return decimal !== null && isNegative(decimal)
}

function signed(distance: string, pattern: string): string {
  const text = figureText(distance, pattern)
  return isBelow(distance) || /^[0.]+$/.test(text) ? text : `+${text}`
}

function percent(share: string | null): string {
  const decimal = share === null ? null : fromText(share)
  return decimal === null ? figureText(null) : `${figureText(multiply(decimal, fromInteger(100)), '0.0')}%`
}

/** The width of a bar in percent of the field; the largest share fills the field. */
function barWidth(share: string | null, largest: string | null): number {
  return share === null || largest === null || Number(largest) === 0 ? 0 : (Number(share) / Number(largest)) * 100
}
