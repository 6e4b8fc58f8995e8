import { fromInteger } from '../../decimal/decimal.ts'
import { plain } from './plain.ts'

/** The number of characters of a text, in UTF-16 units. */
export const LEN = plain({
  name: 'LEN',
  takes: [['text', 'text']],
  gives: 'number',
  example: { formula: 'LEN([t])', result: '2' },
  value: (text) => fromInteger(text.length),
  words: { zh: (text) => `${text} 的字数`, en: (text) => `the number of characters of ${text}` },
})
