import { toText } from '../decimal/decimal.ts'
import { display } from '../decimal/display.ts'
import type { ScoredEvaluation, ScoredItem } from '../evaluation/score.ts'
import type { FilingSource } from '../filing/compute.ts'
import { computeIndicators, type IndicatorFigure } from '../indicator/compute.ts'
import { cellOf } from '../scheme/cells.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { FigureOrigin, PlainOrigin } from './origin.ts'
import type { Tag } from './tags.ts'

/** The data of a report: the county's level, its evaluation, and the reporting unit. */
export type ReportBasis = {
  scheme: Scheme
  source: FilingSource
  evaluation: ScoredEvaluation | null
  /** The source of a parameter's value in force: the scheme's or the county's. */
  parameterSource: (name: string) => string
  unit: string
  period: string
  filed: number
  expected: number
}

/** A figure or text of a report with its origin. */
type Resolved = { text: string; origin: FigureOrigin; cell: string | null }

/** A round of a loop: a line of a list table, or an item of the evaluation. */
export type Round = { line: { table: string; ordinal: number } } | { item: ScoredItem; ordinal: number }

export type ReportResolver = {
  /** Returns the value of a tag inside `round`; null for an unknown name, or for a name without a figure. */
  resolve: (tag: Tag, round: Round | null) => Resolved | null
  /** Returns the rounds of a loop inside `round`; a condition on a line has one round or none. Null for an unknown name. */
  rounds: (tag: Extract<Tag, { kind: 'loop' }>, round: Round | null) => Round[] | null
}

/** Resolves a template's tags against one county; every figure keeps its origin. */
export function reportResolver(basis: ReportBasis): ReportResolver {
  const indicators = new Map(computeIndicators(basis.scheme, basis.source).map((one) => [one.indicator.code.normalize('NFKC'), one]))
  const items = new Map(allItems(basis.evaluation?.items ?? []).map((one) => [one.item.code, one]))
  return {
    rounds: (tag, round) => {
      if (tag.over === 'filled' || tag.over === 'equal') {
        const found = round !== null && 'line' in round ? fromLine(basis, round.line, tag.column) : null
        if (round === null || found === null) return null
        return (tag.over === 'filled' ? found.text !== '' : found.text === tag.text) ? [round] : []
      }
      if (tag.over === 'lines') {
        const table = basis.scheme.tables.find((one) => one.code === tag.table)
        if (table?.kind !== 'list') return null
        return Array.from({ length: basis.source.lines(tag.table) }, (_, index) => ({ line: { table: tag.table, ordinal: index + 1 } }))
      }
      const all = basis.evaluation?.items ?? []
      const chosen =
        tag.over === 'items'
          ? all
          : [...items.values()].filter((one) => one.items.length === 0 && one.score !== null && one.score !== one.item.points)
      return chosen.map((item, index) => ({ item, ordinal: index + 1 }))
    },
    resolve: (tag, round) => {
      switch (tag.kind) {
        case 'loop':
          return null
        case 'indicator':
          return fromIndicator(indicators.get(tag.name))
        case 'cell':
          return fromCell(basis, tag.name)
        case 'parameter': {
          const value = basis.source.parameter(tag.name)
          return value === null
            ? null
            : { text: toText(value), origin: { kind: 'parameter', name: tag.name, source: basis.parameterSource(tag.name) }, cell: null }
        }
        case 'column':
          return round !== null && 'line' in round ? fromLine(basis, round.line, tag.name) : null
        case 'score':
        case 'points':
        case 'reason':
          return fromItem(items.get(tag.name), tag.kind)
        case 'plain':
          return fromPlain(basis, tag.name, round)
      }
    },
  }
}

function fromIndicator(figure: IndicatorFigure | undefined): Resolved | null {
  if (figure === undefined || figure.value === null) return null
  return {
    text: figure.shown,
    origin: { kind: 'indicator', code: figure.indicator.code },
    cell: figure.indicator.bound.cells[0] ?? null,
  }
}

function fromCell({ scheme, source }: ReportBasis, ref: string): Resolved | null {
  const cell = cellOf(scheme, ref)
  const value = cell === null ? null : source.cell(ref)
  if (cell === null || value === null) return null
  return {
    text: typeof value === 'string' ? value : inProse(display(value, cell.show)),
    origin: { kind: 'cell', cell: ref },
    cell: ref,
  }
}

/** Returns the cell of a list's line; a blank cell gives empty text, an unknown column gives null. */
function fromLine(basis: ReportBasis, line: { table: string; ordinal: number }, column: string): Resolved | null {
  const ref = `${line.table}.${line.ordinal}.${column}`
  const known = cellOf(basis.scheme, ref) !== null
  return fromCell(basis, ref) ?? (known ? { text: '', origin: { kind: 'blank', cell: ref }, cell: ref } : null)
}

/** Returns a figure for a sentence, without thousands separators and trailing zeros: 「5412.8 万元」. */
function inProse(shown: string): string {
  const plain = shown.replaceAll(',', '')
  return plain.includes('.') && !plain.endsWith('%') ? plain.replace(/\.?0+$/, '') : plain
}

function fromItem(scored: ScoredItem | undefined, part: 'score' | 'points' | 'reason'): Resolved | null {
  if (scored === undefined) return null
  const { code, title } = scored.item
  const origin: FigureOrigin = { kind: 'item', code, title }
  if (part === 'points') return { text: toText(scored.item.points), origin, cell: null }
  if (part === 'reason') return { text: reasonOf(scored), origin, cell: null }
  return scored.score === null ? null : { text: toText(scored.score), origin, cell: null }
}

/** Returns the reason for missing points: the item's own reason, else its parts' reasons, each once. */
function reasonOf({ reason, items }: ScoredItem): string {
  return reason !== '' ? reason : [...new Set(items.map(reasonOf).filter((one) => one !== ''))].join('；')
}

function fromPlain(basis: ReportBasis, name: Extract<Tag, { kind: 'plain' }>['name'], round: Round | null): Resolved | null {
  const said = (text: string | null, kind: PlainOrigin): Resolved | null => (text === null ? null : { text, origin: { kind }, cell: null })
  const item = round !== null && 'item' in round ? round.item : undefined
  switch (name) {
    case '总得分':
      return said(basis.evaluation === null || basis.evaluation.score === null ? null : toText(basis.evaluation.score), 'total-score')
    case '总分':
      return said(basis.scheme.evaluation === null ? null : toText(basis.scheme.evaluation.full), 'full-points')
    case '等级':
      return said(basis.evaluation?.grade ?? null, 'grade')
    case '单位':
      return said(basis.unit, 'workspace')
    case '报告期':
      return said(basis.period, 'task')
    case '方案':
      return said(basis.scheme.title, 'scheme')
    case '已报单位数':
      return said(String(basis.filed), 'filed')
    case '应报单位数':
      return said(String(basis.expected), 'filed')
    case '序号':
      return round === null ? null : said(String('line' in round ? round.line.ordinal : round.ordinal), 'ordinal')
    case '编号':
      return item === undefined ? null : said(item.item.code, 'evaluation')
    case '标题':
      return item === undefined ? null : said(item.item.title, 'evaluation')
    case '满分':
      return fromItem(item, 'points')
    case '得分':
      return fromItem(item, 'score')
    case '原因':
      return fromItem(item, 'reason')
  }
}

function allItems(items: readonly ScoredItem[]): ScoredItem[] {
  return items.flatMap((item) => [item, ...allItems(item.items)])
}
