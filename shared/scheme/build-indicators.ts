import { divide, fromInteger } from '../decimal/decimal.ts'
import { bindFormula, type Path } from './bind-formula.ts'
import type { Names } from './names.ts'
import { schemeNumber } from './scheme-number.ts'
import type { NoteFault } from './note-fault.ts'
import type { RawIndicator } from './schema.ts'
import type { EachUnit, Indicator, Target } from './scheme.ts'

/** Binds the indicators. Across-unit functions are allowed because collecting levels compute indicators. */
export function buildIndicators(raws: readonly RawIndicator[], names: Names, report: NoteFault): Indicator[] {
  const seen = new Set<string>()
  return raws.flatMap((raw, index) => {
    const path = ['indicators', index]
    if (seen.has(raw.code)) report([...path, 'code'], raw.code, { code: 'duplicate-code', what: 'indicator', name: raw.code })
    seen.add(raw.code)
    const bound = bindFormula(
      raw.formula,
      names,
      { table: null, row: null, column: null },
      'across-units',
      [...path, 'formula'],
      raw.code,
      report,
    )
    if (bound === null) return []
    const target = raw.target === undefined ? null : parseTarget(raw.target)
    return [
      {
        code: raw.code,
        source: raw.formula,
        bound,
        show: raw.show,
        unit: raw.unit ?? unitInName(raw.code),
        target,
        higher: raw.higher ?? null,
        note: raw.note ?? '',
        each: eachOf(raw, names, [...path, 'each', 'standard'], report),
      },
    ]
  })
}

function eachOf({ code, each }: RawIndicator, names: Names, path: Path, report: NoteFault): EachUnit | null {
  if (each === undefined) return null
  const standard =
    each.standard === undefined
      ? null
      : bindFormula(each.standard, names, { table: null, row: null, column: null }, 'one-unit', path, code, report)
  return { per: each.per, unit: each.unit, of: each.of, decimals: each.decimals, standard }
}

/** Parses 「>= 30%」 into operator and exact value; the schema has checked the spelling. */
function parseTarget(source: string): Target | null {
  const match = /^(>=|<=|>|<|=)\s*(-?\d+(?:\.\d+)?)(%?)$/.exec(source)
  const value = schemeNumber(match?.[2] ?? '')
  if (match === null || value === null) return null
  const exact = match[3] === '%' ? divide(value, fromInteger(100)) : value
  return exact === null ? null : { operator: match[1] as Target['operator'], value: exact, source }
}

/** Returns the unit in brackets at the end of an indicator's name, 「…(万元)」. */
function unitInName(code: string): string {
  return /[(（]([^()（）]+)[)）]$/.exec(code)?.[1] ?? ''
}
