import { expect, test } from 'vitest'
import { filesOf, textOf } from './repository.ts'

/** The selectors of a style sheet, those inside of media queries too. */
function selectorsOf(text: string): string[] {
  const rules = text.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{};]+)\{/g)
  return [...rules].flatMap(([, head = '']) => (head.trim().startsWith('@') ? [] : head.split(',').map((selector) => selector.trim())))
}

test('selectors are seen, without comments and media queries', () => {
  expect(selectorsOf('/* .a { } */ .b,\n.c td { color: red; }\n@media print { .d { } }')).toEqual(['.b', '.c td', '.d'])
})

// The style sheet of a page stays when another page opens, so a selector in two sheets looks different after such a visit.
test('no selector stands in two style sheets', () => {
  const sheets = new Map<string, Set<string>>()
  for (const path of filesOf('renderer/**/*.css'))
    for (const selector of selectorsOf(textOf(path))) sheets.set(selector, (sheets.get(selector) ?? new Set()).add(path))
  expect([...sheets].filter(([, paths]) => paths.size > 1).map(([selector, paths]) => `${selector}: ${[...paths].join(', ')}`)).toEqual([])
})
