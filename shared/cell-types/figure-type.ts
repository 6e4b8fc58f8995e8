import { fromInteger, fromText, toTenThousandths, toText, type Decimal, type TenThousandths } from '../decimal/decimal.ts'
import { display, patternFor } from '../decimal/display.ts'
import { problem, type Problem } from '../problem.ts'
import type { CellTerms, CellTypeDefinition, SheetContent, Taken, WrittenText } from './definition.ts'
import { shortened } from './shortened.ts'
import { parseTypedNumber } from './typed-number.ts'

/** The largest figure of a cell; no count or sum of a school comes near, and its ten-thousandths are a safe integer. */
const LARGEST_NUMBER = fromInteger(100_000_000_000)
const LARGEST_NUMBER_SCALED = toTenThousandths(LARGEST_NUMBER) ?? Number.MAX_SAFE_INTEGER
const LARGEST_NUMBER_AS_FLOAT = 100_000_000_000
/** The ten-thousandths of a cell's last digit, by the number of decimals. */
const unitSizes = [10_000, 1_000, 100, 10, 1] as const
const plainInteger = /^-?\d{1,10}$/
const wholeNumber = /^-?\d{1,11}$/

/** The differences between types of figures, in values and in words. */
type Figures = {
  /** True for whole numbers only; problems say so. */
  whole: boolean
  /** The workbook's words: 「整数」, 「数字，最多 2 位小数」. */
  noun: (decimals: number) => string
  /** The page's words: 「整数」, 「数，最多 2 位小数」. */
  pageNoun: { zh: (decimals: number) => string; en: (decimals: number) => string }
}

type FigureType = Omit<CellTypeDefinition, 'decimals' | 'pageWidth' | 'sheetWidth'>

/** The common part of all types of figures; each type adds decimals and widths. */
export function figureType({ whole, noun, pageNoun }: Figures): FigureType {
  return {
    holds: 'number',
    entry: 'line',
    verbatim: false,
    align: 'right',
    pattern: (decimals) => patternFor({ decimals }),
    aggregate: 'sum',
    read: (text, terms) => readFigure(text, terms, whole),
    readSheet: (content, terms) => (content.kind === 'number' ? sheetFigure(content, terms, whole) : null),
    numberFormat: shownBy,
    allowed: ({ decimals }) => ({ kind: 'figures', decimals }),
    refusal: ({ min, max, decimals }) => {
      const bounds = [min === null ? '' : `不小于 ${toText(min)}`, max === null ? '' : `不大于 ${toText(max)}`]
        .filter((text) => text !== '')
        .join('、')
      return `应为${bounds === '' ? '' : `${bounds} 的`}${noun(decimals)}。`
    },
    expected: ({ min, max, decimals, quantity }) => {
      const parts = [noun(decimals), min === null ? '' : `≥ ${toText(min)}`, max === null ? '' : `≤ ${toText(max)}`]
      return [...parts, quantity === '' ? '' : `（${quantity}）`].filter((part) => part !== '').join(' ')
    },
    rule: {
      zh: ({ min, max, decimals }) => `${boundsZh(boundText(min), boundText(max))}${pageNoun.zh(decimals)}`,
      en: ({ min, max, decimals }) => `${pageNoun.en(decimals)}${boundsEn(boundText(min), boundText(max))}`,
    },
  }
}

/** The pattern of a cell's figures: the scheme's, else thousands separators and the cell's decimals. */
export function shownBy({ show, decimals }: Pick<CellTerms, 'show' | 'decimals'>): string {
  return show === '' ? patternFor({ decimals, grouping: true }) : show
}

function readFigure({ kept, plain }: WrittenText, terms: CellTerms, whole: boolean): Taken {
  if (plain === kept && plainInteger.test(plain)) return fit(fromInteger(Number(plain)), terms, whole, kept)
  const number = parseTypedNumber(plain, kept, terms)
  if (number === null) return refuse(problem('not-a-number', { found: shortened(kept), whole }))
  return number.ok ? fit(number.value, terms, whole, kept) : number
}

function sheetFigure({ text, plain }: SheetContent & { kind: 'number' }, terms: CellTerms, whole: boolean): Taken {
  // Nearly every figure is a short whole number, which needs no parsing as a decimal.
  if (wholeNumber.test(text)) return fit(Number(text) * 10_000 + 0, terms, whole, text)
  const number = plain === null ? null : fromText(plain)
  return plain === null || number === null
    ? refuse(problem('not-a-number', { found: shortened(text), whole }))
    : fit(number, terms, whole, plain)
}

/** Checks a number against the cell: size, decimals, bounds. `found` is the text that the problem quotes. */
function fit(value: Decimal, terms: CellTerms, whole: boolean, found: string): Taken {
  const { decimals, min, max } = terms
  const fact = toTenThousandths(value)
  if (fact === null && Math.abs(Number(toText(value))) > LARGEST_NUMBER_AS_FLOAT) return tooLarge(found)
  if (fact === null || fact % (unitSizes[decimals] ?? 1) !== 0) {
    const quoted = shortened(found)
    return refuse(whole ? problem('not-whole', { found: quoted }) : problem('too-many-decimals', { found: quoted, decimals }))
  }
  if (Math.abs(fact) > LARGEST_NUMBER_SCALED) return tooLarge(found)
  if (min !== null && fact < min) return refuse(problem('below-minimum', { found: shortened(found), minimum: toText(min) }))
  if (max !== null && fact > max) return refuse(problem('above-maximum', { found: shortened(found), maximum: toText(max) }))
  return { ok: true, fact }
}

function tooLarge(found: string): Taken {
  return refuse(problem('too-large', { found: shortened(found), maximum: toText(LARGEST_NUMBER) }))
}

function refuse(reason: Problem): Taken {
  return { ok: false, problem: reason }
}

function boundText(bound: TenThousandths | null): string {
  return bound === null ? '' : display(bound, '#,##0.####')
}

function boundsZh(from: string, to: string): string {
  if (from === '') return to === '' ? '' : `不大于 ${to} 的`
  return to === '' ? `不小于 ${from} 的` : `${from}–${to} `
}

function boundsEn(from: string, to: string): string {
  if (from === '') return to === '' ? '' : ` up to ${to}`
  return to === '' ? ` from ${from}` : ` ${from}–${to}`
}
