import { toText } from '../../decimal/decimal.ts'
import { isFunctionNode, type BoundNode } from '../bound/bound.ts'
import { calledBy } from '../functions/list.ts'
import { asValue, type Mood, type Teller } from '../kit/teller.ts'
import { compared } from './compared.ts'

/** A condition as it is: 「一年级 男 (20) 大于 0」; as it must be: 「一年级 男 (20) 应大于 30，少 10」; its opposite when `holds` is false. */
export function clauseOf(teller: Teller, node: BoundNode, holds: boolean, mood: Mood): string {
  if (node.kind === 'comparison') return compared(teller, node, holds, mood)
  if (node.kind === 'in') return membership(teller, node, holds, mood)
  const own = isFunctionNode(node) ? calledBy(node).words.clause?.(node, holds, mood, teller) : null
  return own ?? (mood === 'must' ? teller.words.never : asValue(teller, node))
}

function membership(teller: Teller, { operand, members }: BoundNode & { kind: 'in' }, holds: boolean, mood: Mood): string {
  const { isOneOf, isNotOneOf, mustBeOneOf, mustNotBeOneOf, oneOf } = teller.words
  const verb = mood === 'is' ? (holds ? isOneOf : isNotOneOf) : holds ? mustBeOneOf : mustNotBeOneOf
  return `${teller.say(operand)} ${verb}${oneOf(members.map((member) => (typeof member === 'string' ? member : toText(member))))}`
}
