import { abs, isZero, toText, type Decimal } from '../../decimal/decimal.ts'
import { display } from '../../decimal/display.ts'
import { round } from '../../decimal/rounding.ts'
import { isVector } from '../kit/binder.ts'
import type { BoundNode, CellKey, Operand, Vector } from '../bound/bound.ts'
import type { CellSource, Value } from '../bound/cell-source.ts'
import { compileValue } from '../run/compile.ts'
import type { Wording } from './explain-words.ts'
import { orBlank } from '../bound/no-value.ts'

/** How people call what a formula names. */
export type Names = {
  /** 「一年级 合计」. */
  cell(key: CellKey): string
  listColumn(table: string, column: string): string
  /** Absent: the name that the formula uses. */
  parameter?(name: string): string
  unit?(attribute: string): string
}

/** What describing needs at hand. */
export type Teller = { cells: CellSource; names: Names; words: Wording }

/** More members than this are not written out. */
const MOST_NAMED = 4
const NAMED_OF_MANY = 2
const SHOWN_PLACES = 4
/** How tightly a phrase holds together: one inside a tighter one stands in brackets. */
export const RANK = { condition: 1, sum: 3, product: 4, power: 5, whole: 8 } as const
/** Operators as people write them. */
export const SIGNS = { '+': '+', '-': '-', '*': '×', '/': '÷', '^': '^' } as const

/** The value of a part, null where there is none. */
export function valueOf({ cells }: Teller, node: BoundNode): Value {
  return orBlank(() => compileValue(node)(cells))
}

/** A value as a sentence shows it: at most four decimals, a blank as a word. */
export function shownValue({ words }: Teller, value: Value, percent = false): string {
  if (value === null) return words.blank
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'string' ? value : percent ? display(value, '0.##%') : shownFigure(value)
}

function shownFigure(value: Decimal): string {
  const short = round(value, SHOWN_PLACES)
  return toText(isZero(short) ? round(value, SHOWN_PLACES + 2) : short)
}

/** An expression in words, each cell with its value: 「一年级 男 (20) + 一年级 女 (28)」. */
export function describe(teller: Teller, node: BoundNode): string {
  return describeAt(teller, node, 0)
}

function describeAt(teller: Teller, node: BoundNode, rank: number): string {
  const { text, rank: own } = phrase(teller, node)
  return own < rank ? `(${text})` : text
}

type Phrase = { text: string; rank: number }

function phrase(teller: Teller, node: BoundNode): Phrase {
  const { names, words, cells } = teller
  const named = (name: string): Phrase => ({ text: `${name} (${shownValue(teller, valueOf(teller, node))})`, rank: RANK.whole })
  const said = (text: string, rank: number = RANK.whole): Phrase => ({ text, rank })
  switch (node.kind) {
    case 'constant':
      return said(node.type === 'text' && node.value !== null ? words.quoted(String(node.value)) : shownValue(teller, node.value))
    case 'cell':
      return named(names.cell(node.key))
    case 'prior':
      return named(words.prior(names.cell(node.key)))
    case 'list-cell':
      return named(names.listColumn(node.table, node.column))
    case 'parameter':
      return named(names.parameter?.(node.name) ?? node.name)
    case 'unit':
      return named(names.unit?.(node.attribute) ?? node.attribute)
    case 'growth': {
      const [now, before] = [cells.cell(node.key), cells.prior?.cell(node.key) ?? null].map((value) => shownValue(teller, value))
      return said(words.growth(names.cell(node.key), now!, before!, shownValue(teller, valueOf(teller, node), true)))
    }
    case 'minus':
      return said(`-${describeAt(teller, node.operand, RANK.whole)}`, RANK.sum - 1)
    case 'percent':
      return said(`${describeAt(teller, node.operand, RANK.whole)}%`)
    case 'arithmetic': {
      const rank = { '+': RANK.sum, '-': RANK.sum, '*': RANK.product, '/': RANK.product, '^': RANK.power }[node.operator]
      return said(`${describeAt(teller, node.left, rank)} ${SIGNS[node.operator]} ${describeAt(teller, node.right, rank + 1)}`, rank)
    }
    case 'call':
      return callPhrase(teller, node, said, named)
    case 'aggregate':
      return aggregatePhrase(teller, node, said, named)
    case 'sum-if':
      return named(conditionalPhrase(teller, node))
    case 'across': {
      const value = valueOf(teller, node)
      return said(`${words.across[node.name]} (${shownValue(teller, value, node.name === 'SHARE')})`)
    }
    default:
      return said(shownValue(teller, valueOf(teller, node)))
  }
}

type Say = (text: string, rank?: number) => Phrase

function callPhrase(teller: Teller, node: BoundNode & { kind: 'call' }, said: Say, named: Say): Phrase {
  const { words, cells, names } = teller
  const [first, second] = node.args
  const inner = (arg: BoundNode | undefined): string => (arg === undefined ? '' : describeAt(teller, arg, RANK.whole))
  switch (node.name) {
    case 'ABS': {
      if (first?.kind !== 'growth') return named(words.absolute(inner(first)))
      const [now, before] = [cells.cell(first.key), cells.prior?.cell(first.key) ?? null].map((value) => shownValue(teller, value))
      return said(words.change(names.cell(first.key), now!, before!, shownValue(teller, valueOf(teller, node), true)))
    }
    case 'INT':
      return named(words.whole(inner(first)))
    case 'MOD':
      return named(words.remainder(inner(first), inner(second)))
    case 'ROUND':
    case 'ROUNDUP':
    case 'ROUNDDOWN':
      return named(words.rounded[node.name](inner(first), inner(second)))
    case 'LEN':
      return named(words.length(inner(first)))
    case 'YEAR':
      return named(words.year(inner(first)))
    case 'IF':
    case 'IFS': {
      const branch = chosenBranch(teller, node.args)
      return branch === null ? said(shownValue(teller, null)) : phrase(teller, branch)
    }
    case 'NZ': {
      const present = first !== undefined && valueOf(teller, first) !== null
      return present || first === undefined || second === undefined
        ? said(inner(first))
        : said(`(${describe(teller, first)}${words.instead(describe(teller, second))})`)
    }
    default:
      return said(shownValue(teller, valueOf(teller, node)))
  }
}

/** The result that IF or IFS comes to, or null. */
export function chosenBranch(teller: Teller, args: readonly BoundNode[]): BoundNode | null {
  for (let i = 0; i + 1 < args.length; i += 2) if (valueOf(teller, args[i]!) === true) return args[i + 1]!
  return args.length % 2 === 1 ? args.at(-1)! : null
}

/** A sum of a few cells is written as a sum; many cells are named by the first and their number. */
function aggregatePhrase(teller: Teller, node: BoundNode & { kind: 'aggregate' }, said: Say, named: Say): Phrase {
  const { words } = teller
  const members = node.args.flatMap((arg) => membersOf(teller, arg))
  const plain = members.every(({ single }) => single)
  if (node.name === 'SUM' && plain && members.length <= MOST_NAMED) {
    return said(members.map(({ text }) => text).join(' + '), members.length > 1 ? RANK.sum : RANK.whole)
  }
  const list =
    plain && members.length > MOST_NAMED
      ? words.many(
          members.slice(0, NAMED_OF_MANY).map(({ name }) => name),
          members.length,
        )
      : members.map(({ name }) => name).join(words.comma)
  return named(words.aggregate[node.name](list))
}

type Member = { text: string; name: string; single: boolean }

function membersOf(teller: Teller, operand: Operand): Member[] {
  const { names, words, cells } = teller
  if (!isVector(operand)) {
    const text = describeAt(teller, operand, RANK.sum)
    return [{ text, name: operand.kind === 'cell' ? names.cell(operand.key) : text, single: true }]
  }
  if (operand.kind === 'list-column')
    return [{ text: '', name: words.allRows(names.listColumn(operand.table, operand.column)), single: false }]
  return operand.keys.map((key) => {
    const name = operand.kind === 'cells' ? names.cell(key) : words.prior(names.cell(key))
    const content = operand.kind === 'cells' ? cells.cell(key) : (cells.prior?.cell(key) ?? null)
    return { text: `${name} (${shownValue(teller, content)})`, name, single: true }
  })
}

function conditionalPhrase(teller: Teller, { vector, criterion, test, sum }: BoundNode & { kind: 'sum-if' }): string {
  const { words } = teller
  const operand =
    criterion === null
      ? shownValue(teller, valueOf(teller, test))
      : typeof criterion.operand === 'string'
        ? words.quoted(criterion.operand)
        : toText(criterion.operand)
  const meets = words.meets(criterion?.operator ?? '=', operand)
  const where =
    vector.kind === 'list-column' ? words.rowsWhere(vectorName(teller, vector), meets) : words.cellsWhere(vectorName(teller, vector), meets)
  return sum === null ? words.countWhere(where) : words.sumWhere(vectorName(teller, sum), where)
}

export function vectorName({ names, words }: Pick<Teller, 'names' | 'words'>, vector: Vector): string {
  if (vector.kind === 'list-column') return names.listColumn(vector.table, vector.column)
  const called = vector.keys.map((key) => (vector.kind === 'cells' ? names.cell(key) : words.prior(names.cell(key))))
  return called.length > MOST_NAMED ? words.many(called.slice(0, NAMED_OF_MANY), called.length) : called.join(words.comma)
}

/** The size of a difference, without its sign. */
export function gapOf(difference: Decimal): string {
  return shownFigure(abs(difference))
}
