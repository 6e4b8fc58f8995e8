import { problem } from '../problem.ts'
import type { CellTerms, CellTypeDefinition } from './definition.ts'
import { shortened } from './shortened.ts'

/** The type of a cell with one of the scheme's texts. */
export const choiceType: CellTypeDefinition = {
  holds: 'text',
  entry: 'choices',
  verbatim: false,
  align: 'center',
  decimals: () => 0,
  pattern: () => '',
  aggregate: 'count',
  read: ({ kept, plain }, { choices }) => {
    const chosen = choiceOf(plain, choices)
    return chosen === undefined
      ? { ok: false, problem: problem('not-a-choice', { found: shortened(kept), choices }) }
      : { ok: true, fact: chosen }
  },
  readSheet: (content, { choices }) => {
    const word = content.text === 'TRUE' ? '是' : '否'
    return content.kind === 'truth' && choices.includes(word) ? { ok: true, fact: word } : null
  },
  pageWidth: ({ choices }, measure) => Math.min(180, Math.max(72, ...choices.map((text) => measure(text) + ROOM_ON_PAGE))),
  sheetWidth: ({ choices }, measure) => Math.min(20, Math.max(8, 4 + Math.max(0, ...choices.map(measure)))),
  numberFormat: () => '@',
  allowed: () => ({ kind: 'choices' }),
  refusal: ({ choices }) => `请从列表中选择：${choices.join('、')}。`,
  expected: ({ choices }) => choices.join('/'),
  rule: { zh: offered, en: offered },
}

/** The padding of a cell and the arrow that opens the list, in CSS pixels. */
const ROOM_ON_PAGE = 14 + 12

function offered({ choices }: CellTerms): string {
  return choices.join(' / ')
}

/** The choice as the scheme writes it; blanks inside (「食 堂」), full-width forms and the case of letters do not matter. */
function choiceOf(plain: string, choices: readonly string[]): string | undefined {
  if (choices.includes(plain)) return plain
  const wanted = looseChoice(plain)
  return choices.find((text) => looseChoice(text) === wanted)
}

function looseChoice(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
}
