import { expect, test } from 'vitest'
import { checkOrder, findingId } from '../../../../renderer/pages/consolidate/check-order.ts'

/** Findings by their letters; a capital letter is an open finding. */
const findings = (letters: string) =>
  [...letters].map((letter) => ({ key: letter.toLowerCase(), cell: 'A.01.1', explained: letter === letter.toLowerCase() }))
const shown = (letters: string, held: string | null = null): string =>
  checkOrder(findings(letters), held === null ? null : findings(held).map(findingId))
    .map(({ key }) => key)
    .join('')

test('what is open stands first, each in the order of the checks', () => {
  expect(shown('aBcD')).toBe('bdac')
})

test('while somebody writes, what is shown stays where it is, also when it is explained by now', () => {
  expect(shown('ab', 'Ba')).toBe('ba')
  expect(shown('abCd', 'bDac')).toBe('bdac')
})

test('what came since then is last, what went leaves no gap', () => {
  expect(shown('XaB', 'ba')).toBe('bax')
  expect(shown('aC', 'bac')).toBe('ac')
})
