import type { VariationView } from '../../../shared/api/variation.ts'
import { add, fromText, type Decimal } from '../../../shared/decimal/decimal.ts'
import { useText } from '../../text/language.tsx'
import { countText, figureText } from '../../ui/figure.tsx'
import { figurePattern } from './figure-pattern.ts'

export type Chosen = NonNullable<VariationView['chosen']>

/** The schools to raise, and the rise of each, that bring the coefficient within its limit. */
export function BalanceRises({ chosen }: { chosen: Chosen }) {
  const t = useText('balance')
  const { rise } = chosen
  const pattern = figurePattern(chosen.unit)
  const things = (amount: Decimal | string) => `${figureText(amount)}${chosen.of === '' ? '' : ` ${chosen.of}`}`
  const total = (rise?.rises ?? []).reduce<Decimal>((sum, { amount }) => add(sum, fromText(amount) ?? 0), 0)
  const count = countText(rise?.rises.length ?? 0)
  return (
    <section className="card balance-rises" aria-label={t.rise}>
      <h2>{t.rise}</h2>
      {rise === null ? (
        <p>{chosen.target === null ? t.riseNoTarget : t.riseWithin}</p>
      ) : (
        <>
          <p className={rise.reached ? undefined : 'unmet'}>
            {rise.reached ? t.risePlan(count, things(total), rise.shown) : t.riseNotEnough(count, rise.shown)}
          </p>
          <p className="secondary small">{t.riseHint}</p>
          <ol className="rise-list">
            {rise.rises.map(({ unit, name, from, to, amount }) => (
              <li key={unit}>
                <span className="grow rise-name">{name}</span>
                <span className="figure secondary">{t.riseFromTo(figureText(from, pattern), figureText(to, pattern))}</span>
                <strong className="figure">{t.riseMore(things(amount))}</strong>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}
