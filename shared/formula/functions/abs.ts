import { abs } from '../../decimal/decimal.ts'
import { named, PHRASE_RANK } from '../kit/teller.ts'
import { growthPhrase, isGrowth } from './growth.ts'
import { plain } from './plain.ts'

/** The size of a figure without its sign; a growth with values is worded as a change. */
export const ABS = plain({
  name: 'ABS',
  takes: [['x', 'number']],
  gives: 'number',
  example: { formula: 'ABS(-3)', result: '3' },
  value: (x) => abs(x),
  phrases: {
    say: (node, teller) => {
      const part = node.args[0]!
      if (teller.cells !== null && isGrowth(part)) return growthPhrase(teller, part, node, teller.lang === 'zh' ? '变动幅度' : 'change')
      const x = teller.say(part, PHRASE_RANK.whole)
      return named(teller, node, teller.lang === 'zh' ? `${x} 的绝对值` : `the absolute value of ${x}`)
    },
    isPercentage: ({ args }, isPercentage) => isPercentage(args[0]!),
  },
})
