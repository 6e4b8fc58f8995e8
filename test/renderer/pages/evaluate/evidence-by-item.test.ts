import { expect, test } from 'vitest'
import type { EvidenceView } from '../../../../shared/api/evidence.ts'
import { evidenceByItem } from '../../../../renderer/pages/evaluate/evidence-by-item.ts'

const piece = (id: number, item: string, removedAt: string | null = null): EvidenceView => ({
  id,
  item,
  name: `${id}.pdf`,
  sha256: '',
  bytes: 1,
  by: '王',
  at: '2021',
  removedAt,
})
const ids = (by: ReadonlyMap<string, readonly EvidenceView[]>) =>
  Object.fromEntries([...by].map(([item, list]) => [item, list.map(({ id }) => id)]))

test('removed evidence is not on file, and is offered to be brought back, the latest first', () => {
  const { files, removed } = evidenceByItem([
    piece(1, '1', '2021-12-09T01'),
    piece(2, '1'),
    piece(3, '2', '2021-12-09T02'),
    piece(4, '1', '2021-12-09T03'),
    piece(5, '1'),
  ])
  expect(ids(files)).toEqual({ '1': [2, 5] })
  expect(ids(removed)).toEqual({ '1': [4, 1], '2': [3] })
})

test('an item all of whose evidence was removed has none on file', () => {
  expect(evidenceByItem([piece(1, '1', '2021-12-09T01')]).files.has('1')).toBe(false)
})

test('brought back, it stands where it stood', () => {
  const all = [piece(1, '1'), piece(2, '1', '2021-12-09T01'), piece(3, '1')]
  const back = all.map((one) => ({ ...one, removedAt: null }))
  expect(ids(evidenceByItem(back).files)).toEqual({ '1': [1, 2, 3] })
})
