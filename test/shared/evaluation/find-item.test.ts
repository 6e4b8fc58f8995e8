import { expect, test } from 'vitest'
import { findItem } from '../../../shared/evaluation/find-item.ts'

type Item = { code: string; items: readonly Item[] }
const leaf = (code: string): Item => ({ code, items: [] })
const tree: Item[] = [leaf('A'), { code: 'B', items: [leaf('B1'), { code: 'B2', items: [leaf('B21')] }] }]

test.each(['A', 'B', 'B2', 'B21'])('%s is found wherever it stands in the tree', (code) => {
  expect(findItem(tree, code)?.code).toBe(code)
})

test('an item that the tree does not have is not found', () => {
  expect(findItem(tree, 'C')).toBeNull()
})
