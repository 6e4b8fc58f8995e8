/**
 * The origin of a report's figure or text, as data; text/origin-sentence.ts puts the origin into words.
 *
 * | kind                                        | origin                                            |
 * |---------------------------------------------|---------------------------------------------------|
 * | indicator                                   | the indicator's formula                           |
 * | cell, blank                                 | a cell of the totals; blank: an empty cell of a list's line |
 * | parameter                                   | the parameter in force, with its source           |
 * | item                                        | an item of the evaluation                         |
 * | evaluation, total-score, full-points, grade | the evaluation as a whole                         |
 * | filed                                       | the numbers of filed and expected units           |
 * | workspace, task, scheme, ordinal            | the workspace, the task, the scheme, a loop's count |
 */
export type FigureOrigin =
  | { kind: 'indicator'; code: string }
  | { kind: 'cell' | 'blank'; cell: string }
  | { kind: 'parameter'; name: string; source: string }
  | { kind: 'item'; code: string; title: string }
  | { kind: PlainOrigin }

export const plainOrigins = [
  'evaluation',
  'total-score',
  'full-points',
  'grade',
  'filed',
  'workspace',
  'task',
  'scheme',
  'ordinal',
] as const
export type PlainOrigin = (typeof plainOrigins)[number]
