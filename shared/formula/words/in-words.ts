import { toText } from '../../decimal/decimal.ts'
import { isVector } from '../kit/binder.ts'
import type { Bound, BoundNode, Operand } from '../bound/bound.ts'
import { OPPOSITE } from '../bound/compare.ts'
import { RANK, SIGNS, vectorName, type Names } from './describe.ts'
import { wordsOf, type Wording } from './explain-words.ts'

type Speaker = { names: Names; words: Wording }
type Phrase = { text: string; rank: number }

/** More summands than this are not written out one by one. */
const MOST_SUMMANDS = 6

/**
 * What a formula does, said with the names of what it refers to and without values: `[03] + [04]` is 「小学 + 教学点」,
 * `COUNTIF([GC05.状态], "已完成")` 「状态 为 “已完成” 的各行个数」. For people who read forms, not formulas; `explain` says what
 * it comes to.
 */
export function inWords(bound: Bound, names: Names, lang: 'zh' | 'en'): string {
  return say({ names, words: wordsOf(lang) }, bound.root)
}

function say(speaker: Speaker, node: BoundNode, rank = 0): string {
  const { text, rank: own } = phrase(speaker, node)
  return own < rank ? `(${text})` : text
}

function said(text: string, rank: number = RANK.whole): Phrase {
  return { text, rank }
}

function phrase(speaker: Speaker, node: BoundNode): Phrase {
  const { names, words } = speaker
  switch (node.kind) {
    case 'constant':
      return said(
        node.value === null || node.value === ''
          ? words.blank
          : typeof node.value === 'string'
            ? words.quoted(node.value)
            : typeof node.value === 'boolean'
              ? node.value
                ? 'TRUE'
                : 'FALSE'
              : toText(node.value),
      )
    case 'cell':
      return said(names.cell(node.key))
    case 'prior':
      return said(words.prior(names.cell(node.key)))
    case 'growth':
      return said(words.growthOf(names.cell(node.key)))
    case 'list-cell':
      return said(names.listColumn(node.table, node.column))
    case 'parameter':
      return said(names.parameter?.(node.name) ?? node.name)
    case 'unit':
      return said(names.unit?.(node.attribute) ?? node.attribute)
    case 'minus':
      return said(`-${say(speaker, node.operand, RANK.whole)}`, RANK.sum - 1)
    case 'percent':
      return said(`${say(speaker, node.operand, RANK.whole)}%`)
    case 'arithmetic': {
      const rank = { '+': RANK.sum, '-': RANK.sum, '*': RANK.product, '/': RANK.product, '^': RANK.power }[node.operator]
      return said(`${say(speaker, node.left, rank)} ${SIGNS[node.operator]} ${say(speaker, node.right, rank + 1)}`, rank)
    }
    case 'concatenation':
      return said(`${say(speaker, node.left)} & ${say(speaker, node.right)}`, RANK.sum - 1)
    case 'aggregate':
      return aggregate(speaker, node)
    case 'sum-if': {
      const { vector, criterion, test, sum } = node
      const operand =
        criterion === null
          ? say(speaker, test)
          : typeof criterion.operand === 'string'
            ? words.quoted(criterion.operand)
            : toText(criterion.operand)
      const meets = words.meets(criterion?.operator ?? '=', operand)
      const where =
        vector.kind === 'list-column'
          ? words.rowsWhere(vectorName(speaker, vector), meets)
          : words.cellsWhere(vectorName(speaker, vector), meets)
      return said(sum === null ? words.countWhere(where) : words.sumWhere(vectorName(speaker, sum), where))
    }
    case 'across':
      return said(words.ofUnits(node.name, ratio(speaker, node.value, node.weight), node.where === null ? '' : say(speaker, node.where)))
    case 'call':
      return call(speaker, node)
    default:
      return said(condition(speaker, node, true), RANK.condition)
  }
}

function ratio(speaker: Speaker, value: BoundNode | null, weight: BoundNode | null): string {
  if (value === null) return ''
  return weight === null
    ? say(speaker, value)
    : `${say(speaker, value, RANK.product)} ${SIGNS['/']} ${say(speaker, weight, RANK.product + 1)}`
}

function call(speaker: Speaker, node: BoundNode & { kind: 'call' }): Phrase {
  const { words } = speaker
  const [first, second] = node.args
  const inner = (arg: BoundNode | undefined): string => (arg === undefined ? '' : say(speaker, arg, RANK.whole))
  switch (node.name) {
    case 'ABS':
      return said(words.absolute(inner(first)))
    case 'INT':
      return said(words.whole(inner(first)))
    case 'MOD':
      return said(words.remainder(inner(first), inner(second)))
    case 'ROUND':
    case 'ROUNDUP':
    case 'ROUNDDOWN':
      return said(words.rounded[node.name](inner(first), inner(second)))
    case 'LEN':
      return said(words.length(inner(first)))
    case 'YEAR':
      return said(words.year(inner(first)))
    case 'DATE':
      return said(node.args.map((arg) => say(speaker, arg)).join('-'))
    case 'NZ':
      return said(`${inner(first)}${words.whenBlank(second === undefined ? '0' : inner(second))}`)
    case 'IF':
    case 'IFS':
      return said(branches(speaker, node.args), RANK.condition)
    case 'AND':
    case 'OR':
    case 'NOT':
    case 'CONTAINS':
      return said(condition(speaker, node, true), RANK.condition)
  }
}

function branches(speaker: Speaker, args: readonly BoundNode[]): string {
  const { words } = speaker
  const parts: string[] = []
  for (let i = 0; i + 1 < args.length; i += 2) {
    const [when, value] = [args[i]!, say(speaker, args[i + 1]!)]
    parts.push(
      when.kind === 'constant' && when.value === true ? words.otherwise(value) : words.inCase(condition(speaker, when, true), value),
    )
  }
  const last = args.length % 2 === 1 ? args.at(-1) : undefined
  if (last !== undefined) parts.push(words.otherwise(say(speaker, last)))
  return parts.join(words.comma)
}

/** A condition, or with `holds` false its opposite. */
function condition(speaker: Speaker, node: BoundNode, holds: boolean): string {
  const { words } = speaker
  switch (node.kind) {
    case 'comparison': {
      const operator = holds ? node.operator : OPPOSITE[node.operator]
      const isNothing = (side: BoundNode): boolean => side.kind === 'constant' && (side.value === '' || side.value === null)
      const asked = isNothing(node.right) ? node.left : isNothing(node.left) ? node.right : null
      if (asked !== null && (operator === '=' || operator === '<>'))
        return `${say(speaker, asked)} ${operator === '=' ? words.isBlank : words.isFilled}`
      return `${say(speaker, node.left, RANK.sum - 1)} ${words.is[operator]} ${say(speaker, node.right, RANK.sum - 1)}`
    }
    case 'in':
      return `${say(speaker, node.operand)} ${holds ? words.isOneOf : words.isNotOneOf}${words.oneOf(node.members.map((member) => (typeof member === 'string' ? member : toText(member))))}`
    case 'is-blank':
      return `${isVector(node.operand) ? vectorName(speaker, node.operand) : say(speaker, node.operand)} ${holds ? words.isBlank : words.isFilled}`
    case 'call':
      if (node.name === 'NOT') return condition(speaker, node.args[0]!, !holds)
      if (node.name === 'AND' || node.name === 'OR')
        return node.args.map((arg) => condition(speaker, arg, holds)).join((node.name === 'AND') === holds ? words.and : words.or)
      if (node.name === 'CONTAINS')
        return (holds ? words.contains : words.containsNot)(say(speaker, node.args[0]!), say(speaker, node.args[1]!))
  }
  return say(speaker, node)
}

/** The sum of a few cells is said as a sum; many cells are named by the first and their number. */
function aggregate(speaker: Speaker, node: BoundNode & { kind: 'aggregate' }): Phrase {
  const members = node.args.flatMap((arg) => membersOf(speaker, arg))
  const rank = members.length > 1 ? RANK.sum : RANK.whole
  if (node.name === 'SUM' && members.length <= MOST_SUMMANDS && node.args.every((arg) => !isVector(arg) || arg.kind !== 'list-column'))
    return said(members.join(' + '), rank)
  return said(
    speaker.words.aggregate[node.name](
      speaker.words.oneOf(node.args.map((arg) => (isVector(arg) ? listOf(speaker, arg) : say(speaker, arg)))),
    ),
    rank,
  )
}

function membersOf(speaker: Speaker, operand: Operand): string[] {
  if (!isVector(operand)) return [say(speaker, operand, RANK.sum)]
  if (operand.kind === 'list-column') return [listOf(speaker, operand)]
  return operand.keys.map((key) => (operand.kind === 'cells' ? speaker.names.cell(key) : speaker.words.prior(speaker.names.cell(key))))
}

function listOf(speaker: Speaker, operand: Operand): string {
  if (!isVector(operand)) return say(speaker, operand)
  const name = vectorName(speaker, operand)
  return operand.kind === 'list-column' ? speaker.words.allRows(name) : name
}
