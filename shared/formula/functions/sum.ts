import { add } from '../../decimal/decimal.ts'
import { isVector, type Operand } from '../bound/bound.ts'
import { whole } from '../kit/excel-text.ts'
import { PHRASE_RANK, said, type Phrase, type Teller } from '../kit/teller.ts'
import { aggregate, writeSum, type AggregateNode } from './aggregate.ts'

/** The most summands that are written out; fewer with values. */
const MOST_SUMMANDS = 6
const MOST_SUMMANDS_WITH_VALUES = 4

export const SUM = aggregate({
  name: 'SUM',
  of: 'figures',
  example: { formula: 'SUM([PX.人次])', result: '49' },
  fold: add,
  excel: (excel, summands) => whole(writeSum(excel, summands)),
  words: { zh: (list) => `${list}之和`, en: (list) => `the sum of ${list}` },
  say: fewSummands,
})

/** The sum of a few cells written out with plus signs; null for many cells or a list's column. */
function fewSummands({ args }: AggregateNode, teller: Teller): Phrase | null {
  if (args.some((arg) => arg.kind === 'list-column')) return null
  const summands = args.flatMap((arg) => summandsIn(teller, arg))
  if (summands.length > (teller.cells === null ? MOST_SUMMANDS : MOST_SUMMANDS_WITH_VALUES)) return null
  return said(summands.join(' + '), summands.length > 1 ? PHRASE_RANK.sum : PHRASE_RANK.whole)
}

function summandsIn(teller: Teller, operand: Operand): string[] {
  if (!isVector(operand)) return [teller.say(operand, PHRASE_RANK.sum)]
  if (operand.kind === 'list-column') return []
  const { at, type, kind, keys } = operand
  return keys.map((key) => teller.say({ kind: kind === 'cells' ? 'cell' : 'prior', key, type, at }))
}
