import { plain } from './plain.ts'

/** The opposite of a condition; also written `NOT x`. */
export const NOT = plain({
  name: 'NOT',
  takes: [['condition', 'boolean']],
  gives: 'boolean',
  example: { formula: 'NOT([a] > 100)', result: true },
  value: (condition) => !condition,
  phrases: { clause: ({ args }, holds, mood, teller) => teller.clause(args[0]!, !holds, mood) },
  atFault: ({ args }, wanted) => [{ part: args[0]!, wanted: !wanted }],
})
