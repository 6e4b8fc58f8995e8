import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesOf, textOf } from './repository.ts'

/**
 * A citation in a comment: the path of a document and, after a colon, one of its headings, in brackets:
 * `(docs/design/numbers.md: Rounding)`; semicolons separate several. Documents cite each other by links.
 */
const CITATION = /\bdocs\/[\w/.-]+?\.(?:md|json)\b(?:: ([^);\n]*))?/g

const SELF = 'test/architecture/citations.test.ts'
const TEXTS = filesOf('*.{md,yml}', '{shared,electron,renderer,build,docs,test,.ci}/**/*.{ts,tsx,js,css,html,md,yaml,yml,sh}').filter(
  (path) => path !== SELF,
)

/** The headings of a document, without the marks of code. */
function headingsOf(document: string): string[] {
  return [...textOf(document).matchAll(/^#{1,6} +(.+?)\s*$/gm)].map((match) => (match[1] ?? '').replaceAll('`', ''))
}

/** The anchor of a heading in an address, as code hosts and editors make it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')
}

/** A text with its comments' lines joined, so that a citation may run over the end of a line. */
function unbroken(text: string): string {
  return text.replace(/\n\s*(?:\*(?!\/)|\/\/|#)?[ \t]*/g, ' ')
}

/** The citations of a text that lead nowhere, each with its fault. */
function unresolved(text: string): string[] {
  return [...unbroken(text).matchAll(CITATION)].flatMap(([cited, heading]) => {
    const document = cited.split(': ')[0] ?? cited
    if (filesOf(document).length === 0) return [`${cited} (no such file)`]
    return heading === undefined || headingsOf(document).includes(heading) ? [] : [`${cited} (no such heading)`]
  })
}

test('what a comment cites is there: the file, and the heading in it', () => {
  const found = TEXTS.flatMap((path) => unresolved(textOf(path)).map((what) => `${path}: ${what}`))
  expect(found).toEqual([])
})

test('a link to a heading leads to one', () => {
  const found = filesOf('*.md', 'docs/**/*.md', '{shared,electron,renderer,build,test}/**/*.md').flatMap((path) =>
    [...textOf(path).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)#([^)\s]+)\)/g)].flatMap(([link, to = '', anchor = '']) => {
      const document = to === '' ? path : posix.join(posix.dirname(path), to)
      return headingsOf(document).map(anchorOf).includes(anchor) ? [] : [`${path}: ${link}`]
    }),
  )
  expect(found).toEqual([])
})

const PAGES = 'DESIGN|WORKBOOK|STYLE|FIELD|SHEETS|PERFORMANCE|SCHEME|FORMULA|CLI|UI'

/** Patterns of citations that name no file of the repository. */
const LOOSE: readonly RegExp[] = [
  new RegExp(`\\b(?:${PAGES})(?:\\.md\\b| of the design\\b)`, 'g'),
  new RegExp(`\\b(?:${PAGES})(?:,? (?:§|"|promise\\b|blank\\b)| *\`)`, 'g'),
  /(?<![\w$])(?:DESIGN|FORMULA|WORKBOOK)(?![\w$.])/g,
  /§/g,
  /\((?:promise|blank rule) \d\)/gi,
]

/** The loose citations of a text, with the text around them. */
function looseIn(text: string): string[] {
  const prose = unbroken(text)
  return LOOSE.flatMap((pattern) => [...prose.matchAll(pattern)].map(({ index }) => prose.slice(Math.max(0, index - 50), index + 40)))
}

test('nothing is cited that the repository does not contain', () => {
  const found = TEXTS.flatMap((path) => looseIn(textOf(path)).map((around) => `${path}: …${around}…`))
  expect(found).toEqual([])
})

describe('what these tests catch', () => {
  test.each([
    '/** One file a workspace (docs/design/storing.md). */',
    '/** Half away from zero (docs/design/numbers.md: Roundings). */',
    '/** Half away from zero (docs/design/numbers.md: Rounding; docs/design/promises.md: Promise 99). */',
    '/**\n * Half away from zero (docs/design/numbers.md:\n * Roundings).\n */',
  ])('%s', (comment) => {
    expect(unresolved(comment)).toHaveLength(1)
  })

  test.each([
    '(DESIGN §3)',
    '(STYLE §2.13)',
    '(WORKBOOK.md In 4)',
    '(WORKBOOK, "Values")',
    '(FORMULA, blank rule 3)',
    '(UI.md Cell states)',
    '(CLI.md `facts`)',
    '(FIELD.md time)',
    'SCHEME `aggregate`',
    'SCHEME of the design',
    '(PERFORMANCE.md, Goals)',
    'DESIGN promise 1',
    'what DESIGN asks for',
    '(promise 7)',
    '(blank rule 2)',
  ])('%s', (comment) => {
    expect(looseIn(`/** The rule ${comment}. */`)).not.toEqual([])
  })

  test.each([
    '/** Half away from zero (docs/design/numbers.md: Rounding; docs/design/promises.md: Promise 8). */',
    '/**\n * Half away from zero (docs/design/numbers.md:\n * Rounding).\n */',
    'LONGEST_EXCEL_FORMULA = 8_192 // APP_SCHEME, "SCHEME:TABLE.ROW.COLUMN"',
  ])('and what they let pass: %s', (comment) => {
    expect([...unresolved(comment), ...looseIn(comment)]).toEqual([])
  })
})
