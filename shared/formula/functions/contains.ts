import { bare, excelCall, whole } from '../kit/excel-text.ts'
import { plain } from './plain.ts'

/** True when the part stands anywhere in the text, letter case included. */
export const CONTAINS = plain({
  name: 'CONTAINS',
  takes: [
    ['text', 'text'],
    ['part', 'text'],
  ],
  gives: 'boolean',
  example: { formula: 'CONTAINS([t], "培")', result: true },
  value: (text, part) => text.includes(part),
  excel: {
    write: (excel, args) => {
      const [text, part] = args.map((arg) => bare(excel.filled(arg)))
      return whole(excelCall('ISNUMBER', excelCall('FIND', part!, text!)))
    },
  },
  phrases: {
    clause: ({ args }, holds, mood, teller) => {
      const [text, part] = args.map((arg) => teller.say(arg))
      const verb = { zh: VERBS_ZH, en: VERBS_EN }[teller.lang][mood][holds ? 0 : 1]
      return `${text} ${verb} ${part}`
    },
  },
})

const VERBS_ZH = { is: ['含有', '不含'], must: ['应含有', '不应含有'] } as const
const VERBS_EN = { is: ['contains', 'does not contain'], must: ['must contain', 'must not contain'] } as const
