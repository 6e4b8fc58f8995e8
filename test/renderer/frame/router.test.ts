import { expect, test } from 'vitest'
import { hashOf, parsePlace } from '../../../renderer/frame/router.ts'

test('a place comes back from its address, Chinese codes and dots included', () => {
  const hash = hashOf('fill', ['PX 1'], { cell: 'PX.3.人次', unit: '34/01' })
  expect(parsePlace(hash)).toEqual({ page: 'fill', parts: ['PX 1'], query: { cell: 'PX.3.人次', unit: '34/01' } })
})
test('empty query values are left out', () => expect(hashOf('checks', [], { unit: undefined, cell: '' })).toBe('#/checks'))
test.each([
  ['', ''],
  ['#', ''],
  ['#/', ''],
  ['#/fill', 'fill'],
  ['#/%E0%A4', '%E0%A4'],
])('%j leads to page %j', (hash, page) => {
  expect(parsePlace(hash).page).toBe(page)
})
