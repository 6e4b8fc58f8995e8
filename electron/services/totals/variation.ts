import type { VariationView } from '../../../shared/api/variation.ts'
import { divide, fromInteger, multiply, toText, type Decimal } from '../../../shared/decimal/decimal.ts'
import { display } from '../../../shared/decimal/display.ts'
import { round, roundUp } from '../../../shared/decimal/rounding.ts'
import type { Value } from '../../../shared/formula/bound/cell-source.ts'
import { evaluate } from '../../../shared/formula/run/evaluate.ts'
import { weighedUnits } from '../../../shared/formula/run/weighed-units.ts'
import { computeIndicators, type IndicatorFigure } from '../../../shared/indicator/compute.ts'
import { risesBelow, takeApart, type UnitPart, type WeighedUnit } from '../../../shared/indicator/variation-parts.ts'
import { fail } from '../../../shared/problem.ts'
import type { EachUnit, Indicator } from '../../../shared/scheme/scheme.ts'
import type { Unit } from '../../../shared/unit/unit.ts'
import { levelNamed } from './consolidate.ts'
import type { Level } from './levels.ts'
import type { Session } from '../workspace/session.ts'

type Chosen = NonNullable<VariationView['chosen']>

const PLACES = 6
const plain: EachUnit = { per: 1, unit: '', of: '', decimals: 0, standard: null }

/**
 * The county's coefficients of variation, and one of them school by school with the rises that bring it within its limit
 * (shared/indicator/variation-parts.ts). `code` chooses the indicator; without it the first. Fails with `not-found`.
 */
export function variationOf(session: Session, code: string | undefined): VariationView {
  const county = levelNamed(session, { by: 'county', acrossUnits: true })
  const figures = computeIndicators(session.scheme, county.source).filter(({ indicator }) => weighedUnits(indicator.bound) !== null)
  const figure = code === undefined ? figures[0] : (figures.find((one) => one.indicator.code === code) ?? fail('not-found', { what: code }))
  return {
    indicators: figures.map(({ indicator, shown, met }) => ({
      code: indicator.code,
      shown,
      target: indicator.target?.source ?? null,
      met,
    })),
    chosen: figure === undefined ? null : chosenOf(figure, county),
  }
}

function chosenOf({ indicator, shown, met }: IndicatorFigure, county: Level): Chosen | null {
  const each = indicator.each ?? plain
  const standard = each.standard === null ? null : figureOf(evaluate(each.standard, county.source))
  const units = weighedOf(indicator, county)
  const apart = takeApart(units, standard === null ? null : divide(standard, fromInteger(each.per)))
  if (apart === null) return null
  const roster = new Map(county.group.units.map((unit) => [unit.code, unit]))
  const said = (figure: Decimal): string => toText(round(multiply(figure, fromInteger(each.per)), PLACES))
  return {
    indicator: indicator.code,
    note: indicator.note,
    cv: toText(round(apart.whole.cv, 10)),
    shown,
    target: indicator.target?.source ?? null,
    met,
    mean: said(apart.whole.mean),
    deviation: said(apart.whole.deviation),
    unit: each.unit,
    of: each.of,
    standard: standard === null ? null : toText(standard),
    parts: apart.parts.map((part) => viewOf(part, roster.get(part.unit), each, said)),
    rise: riseOf(indicator, units, each, said, (unit) => roster.get(unit)?.name ?? unit),
  }
}

function weighedOf(indicator: Indicator, county: Level): WeighedUnit[] {
  const weighed = weighedUnits(indicator.bound)
  return (county.source.units ?? []).flatMap((source) => {
    const one = weighed?.(source) ?? null
    const unit = source.unit('code')
    return one === null || unit === null ? [] : [{ ...one, unit }]
  })
}

function figureOf(value: Value): Decimal | null {
  return typeof value === 'string' || typeof value === 'boolean' ? null : value
}

function viewOf(part: UnitPart, unit: Unit | undefined, each: EachUnit, said: (figure: Decimal) => string): Chosen['parts'][number] {
  return {
    unit: part.unit,
    name: unit?.name ?? part.unit,
    kind: unit?.kind ?? '',
    township: unit?.township ?? '',
    amount: toText(round(part.x, PLACES)),
    weight: toText(part.w),
    value: said(part.value),
    distance: said(part.distance),
    share: part.share === null ? null : toText(round(part.share, PLACES)),
    short: part.short === null ? null : { value: said(part.short), amount: toText(roundUp(multiply(part.short, part.w), each.decimals)) },
  }
}

function riseOf(
  indicator: Indicator,
  units: readonly WeighedUnit[],
  each: EachUnit,
  said: (figure: Decimal) => string,
  nameOf: (unit: string) => string,
): Chosen['rise'] {
  if (indicator.target === null || !indicator.target.operator.startsWith('<')) return null
  const plan = risesBelow(units, indicator.target.value, each.decimals)
  if (plan === null || plan.rises.length === 0) return null
  return {
    reached: plan.reached,
    cv: toText(round(plan.cv, 10)),
    shown: display(plan.cv, indicator.show),
    rises: plan.rises.map(({ unit, from, to, more }) => ({
      unit,
      name: nameOf(unit),
      from: said(from),
      to: said(to),
      amount: toText(more),
    })),
  }
}
