import { problem } from '../problem.ts'
import type { CellTypeDefinition } from './definition.ts'

const LONGEST = 2000

/** The type of a cell with free text of several lines, kept to the character. */
export const textType: CellTypeDefinition = {
  holds: 'text',
  entry: 'lines',
  verbatim: true,
  align: 'left',
  decimals: () => 0,
  pattern: () => '',
  aggregate: 'list',
  read: ({ kept }) =>
    kept.length > LONGEST
      ? { ok: false, problem: problem('text-too-long', { length: kept.length, maximum: LONGEST }) }
      : { ok: true, fact: kept },
  readSheet: () => null,
  pageWidth: () => 150,
  sheetWidth: () => 24,
  numberFormat: () => '@',
  allowed: () => ({ kind: 'any-text' }),
  refusal: () => '应为文字。',
  expected: () => '文字',
  rule: { zh: () => '文字', en: () => 'text' },
}
