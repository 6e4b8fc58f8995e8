import { toText } from '../../decimal/decimal.ts'
import type { BoundNode } from '../bound/bound.ts'
import { calledBy } from '../functions/list.ts'
import { asValue, named, PHRASE_RANK, said, SIGNS, type Phrase, type Teller } from '../kit/teller.ts'

const RANKS = {
  '+': PHRASE_RANK.sum,
  '-': PHRASE_RANK.sum,
  '*': PHRASE_RANK.product,
  '/': PHRASE_RANK.product,
  '^': PHRASE_RANK.power,
} as const

/** An expression in words: 「一年级 男 + 一年级 女」, with values 「一年级 男 (20) + 一年级 女 (28)」. */
export function phraseOf(teller: Teller, node: BoundNode): Phrase {
  const { names, words } = teller
  switch (node.kind) {
    case 'constant':
      return said(constantText(teller, node))
    case 'cell':
      return named(teller, node, names.cell(node.key))
    case 'prior':
      return named(teller, node, words.prior(names.cell(node.key)))
    case 'list-cell':
      return named(teller, node, names.listColumn(node.table, node.column))
    case 'parameter':
      return named(teller, node, names.parameter?.(node.name) ?? node.name)
    case 'unit':
      return named(teller, node, names.unit?.(node.attribute) ?? node.attribute)
    case 'minus':
      return said(`-${teller.say(node.operand, PHRASE_RANK.whole)}`, PHRASE_RANK.sign)
    case 'percent':
      return said(`${teller.say(node.operand, PHRASE_RANK.whole)}%`)
    case 'arithmetic': {
      const rank = RANKS[node.operator]
      return said(`${teller.say(node.left, rank)} ${SIGNS[node.operator]} ${teller.say(node.right, rank + 1)}`, rank)
    }
    case 'concatenation':
      return teller.cells === null
        ? said(`${teller.say(node.left)} & ${teller.say(node.right)}`, PHRASE_RANK.sign)
        : said(asValue(teller, node))
    case 'comparison':
    case 'in':
      return conditionPhrase(teller, node)
    default:
      return calledBy(node).words.say?.(node, teller) ?? conditionPhrase(teller, node)
  }
}

/** A condition inside an expression: its value, or without values its clause. */
function conditionPhrase(teller: Teller, node: BoundNode): Phrase {
  return teller.cells === null ? said(teller.clause(node, true, 'is'), PHRASE_RANK.condition) : said(asValue(teller, node))
}

/** A constant as written; a text in quotes, so that readers do not take the text for a name. */
function constantText({ words }: Teller, { value, type }: BoundNode & { kind: 'constant' }): string {
  if (value === null || value === '') return words.blank
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value !== 'string') return toText(value)
  return type === 'text' ? words.quoted(value) : value
}
