import { fromInteger, type Decimal } from '../../decimal/decimal.ts'
import type { Lang } from '../../words.ts'
import { isVector, type BoundNode, type Operand, type Vector } from '../bound/bound.ts'
import type { Value } from '../bound/cell-source.ts'
import { allOrNone, refuse } from '../kit/binder.ts'
import { isCellLike } from '../kit/excel-cells.ts'
import { gatherRanges } from '../kit/excel-ranges.ts'
import { bare, excelCall, type Excel, type Piece } from '../kit/excel-text.ts'
import { filledIn, noneFilled, rangesOf, singlesOf } from '../kit/excel-vectors.ts'
import { compileEach, type Compiler, type Run } from '../kit/run.ts'
import { manyOf, memberNames, MOST_NAMED, named, nameOf, PHRASE_RANK, vectorName, type Phrase, type Teller } from '../kit/teller.ts'
import type { FormulaFunction } from './function.ts'

export type AggregateNode = BoundNode & { kind: 'aggregate' }

type Spec = Pick<FormulaFunction, 'name' | 'example'> & {
  /** The members: figures only, or values of any type. */
  of: 'figures' | 'anything'
  /** Folds two figures to one; `finish` makes the result of all. The result of blanks only is blank. Absent: the members are counted. */
  fold?(a: Decimal, b: Decimal): Decimal
  finish?(folded: Decimal, count: number): Decimal | null
  excel(excel: Excel, summands: Summands): Piece
  /** The call in words, from the list of its members. */
  words: Readonly<Record<Lang, (list: string) => string>>
  /** Replaces `words`; null where `words` apply. */
  say?(node: AggregateNode, teller: Teller): Phrase | null
}

/**
 * A function like SUM over cells, ranges, columns of lists and single values; blanks are left out (blank rule 2,
 * docs/design/formula.md: Blanks).
 */
export function aggregate(spec: Spec): FormulaFunction<AggregateNode> {
  const { name, example, of, fold, finish, words } = spec
  return {
    name,
    takes: 'value or range, …',
    gives: 'number',
    example,
    least: 1,
    most: null,
    bind(binder, { args, at }) {
      const bound = allOrNone(
        args.map((arg) => {
          const operand = binder.operand(binder, arg)
          if (operand === null || operand.type === 'number' || of === 'anything') return operand
          return refuse(binder, { code: 'type-expected', expected: 'number', found: operand.type, at: arg.at })
        }),
      )
      return bound && { kind: 'aggregate', name, args: bound, type: 'number', at }
    },
    called: {
      compile: (node, compiler) => (fold === undefined ? compileCount(node, compiler) : compileFold(node, compiler, fold, finish)),
      excel: {
        write: (node, excel) => spec.excel(excel, summandsOf(excel, node)),
        ...(fold === undefined ? { isCount: true } : { blank: writeBlank }),
      },
      words: {
        say: (node, teller) => {
          const { list, members } = listOf(node, teller)
          const rank = members > 1 ? PHRASE_RANK.sum : PHRASE_RANK.whole
          return spec.say?.(node, teller) ?? named(teller, node, words[teller.lang](list), rank)
        },
      },
    },
  }
}

function compileCount({ args }: AggregateNode, compiler: Compiler): Run {
  const each = args.map((arg) => compileEach(arg, compiler))
  return (source) => {
    let count = 0
    const take = (value: Value): void => {
      if (value !== null) count += 1
    }
    for (const visit of each) visit(source, take)
    return fromInteger(count)
  }
}

function compileFold({ args }: AggregateNode, compiler: Compiler, fold: NonNullable<Spec['fold']>, finish: Spec['finish']): Run {
  const each = args.map((arg) => compileEach(arg, compiler))
  return (source) => {
    let count = 0
    let folded: Decimal | null = null
    const take = (value: Value): void => {
      if (value === null) return
      count += 1
      folded = folded === null ? (value as Decimal) : fold(folded, value as Decimal)
    }
    for (const visit of each) visit(source, take)
    return folded === null || finish === undefined ? folded : finish(folded, count)
  }
}

/** The members of an aggregate, as a spreadsheet's function takes them. */
export type Summands = {
  /** Ranges, and figures that are never blank. */
  given: readonly string[]
  /** Figures that may be blank and then must not count as 0. */
  sometimes: readonly BoundNode[]
  hasAlways: boolean
  /** The number of members that are not blank, as formula text; an error in a member makes the number an error. */
  count(): string
}

function summandsOf(excel: Excel, { args }: AggregateNode): Summands {
  const cells = args.filter((arg) => isVector(arg) || isCellLike(arg))
  const others = args.filter((arg): arg is BoundNode => !isVector(arg) && !isCellLike(arg))
  const always = others.filter((arg) => excel.isBlank(arg) === null)
  const sometimes = others.filter((arg) => excel.isBlank(arg) !== null)
  const given = [
    ...gatherRanges(cells.flatMap((arg) => singlesOf(excel, arg))),
    ...cells.flatMap((arg) => (isVector(arg) && arg.kind === 'list-column' ? rangesOf(excel, arg) : [])),
    ...always.map((arg) => bare(excel.number(arg))),
  ]
  return { given, sometimes, hasAlways: always.length > 0, count: () => counted(excel, cells, always, sometimes) }
}

function counted(excel: Excel, cells: readonly Operand[], always: readonly BoundNode[], sometimes: readonly BoundNode[]): string {
  const sure = always.filter((arg) => !excel.canFail(arg))
  const unsure = always.filter((arg) => excel.canFail(arg))
  const ones = unsure.map((arg) => excelCall('IF', excelCall('ISERROR', bare(excel.filled(arg))), bare(excel.filled(arg)), '1'))
  const maybe = sometimes.map((arg) => excelCall('IF', excel.isBlank(arg)!, '0', '1'))
  return [...filledIn(excel, cells), ...(sure.length > 0 ? [String(sure.length)] : []), ...ones, ...maybe].join('+')
}

function writeBlank({ args }: AggregateNode, excel: Excel): string | null {
  const asked = args.map((arg) => excel.isBlank(arg))
  if (asked.includes(null)) return null
  const allCells = args.every((arg) => isVector(arg) || isCellLike(arg))
  return allCells ? noneFilled(excel, args) : excelCall('AND', ...(asked as string[]))
}

/** The sum of all members, where a blank counts as 0. */
export function writeSum(excel: Excel, { given, sometimes }: Summands): string {
  return excelCall('SUM', ...given, ...sometimes.map((arg) => bare(excel.number(arg))))
}

/** The arguments as a list: many cells are named by the first and their number. */
function listOf({ args }: AggregateNode, teller: Teller): { list: string; members: number } {
  const members = args.flatMap((arg) => (isVector(arg) ? memberNames(teller, arg) : [nameOf(teller, arg)]))
  const list = args.map((arg) => (isVector(arg) ? vectorList(teller, arg) : nameOf(teller, arg)))
  const many = args.every((arg) => arg.kind !== 'list-column') && members.length > MOST_NAMED
  return { list: many ? manyOf(teller, members) : teller.words.oneOf(list), members: members.length }
}

function vectorList(teller: Teller, vector: Vector): string {
  const name = vectorName(teller, vector)
  return vector.kind === 'list-column' ? teller.words.allRows(name) : name
}
