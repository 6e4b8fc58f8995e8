/**
 * The origin of a report's figure or text, as data; text/origin-sentence.ts puts the origin into words.
 *
 * | kind                                        | comes from                                        |
 * |---------------------------------------------|---------------------------------------------------|
 * | indicator                                   | the indicator's formula                           |
 * | cell, blank                                 | a cell of the totals; blank: a list's line left it empty |
 * | parameter                                   | the parameter in force, with its source           |
 * | item                                        | an item of the evaluation                         |
 * | evaluation, total-score, full-points, grade | the evaluation as a whole                         |
 * | filed                                       | who has filed                                     |
 * | workspace, task, scheme, ordinal            | what is no figure of the tables                   |
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
