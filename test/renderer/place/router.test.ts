import { expect, test } from 'vitest'
import { hashIn, hashOf, parsePlace, withTask } from '../../../renderer/place/router.ts'

test('a place comes back from its address, Chinese codes and dots included', () => {
  const hash = hashIn('营养-2.2021-2022', 'fill', ['PX 1'], { cell: 'PX.3.人次', unit: '34/01' })
  expect(parsePlace(hash)).toEqual({
    task: '营养-2.2021-2022',
    page: 'fill',
    parts: ['PX 1'],
    query: { cell: 'PX.3.人次', unit: '34/01' },
  })
})
test('empty query values are left out', () => expect(hashOf('checks', [], { unit: undefined, cell: '' })).toBe('#/checks'))
test.each([
  ['', null, ''],
  ['#', null, ''],
  ['#/', null, ''],
  ['#/fill', null, 'fill'],
  ['#/start', null, 'start'],
  ['#/minsheng.2021', 'minsheng.2021', ''],
  ['#/minsheng.2021/roster', 'minsheng.2021', 'roster'],
  ['#/%E0%A4', null, '%E0%A4'],
])('%j leads to task %j, page %j', (hash, task, page) => {
  expect(parsePlace(hash)).toMatchObject({ task, page })
})
test('an address that names no task is given one, and keeps the rest', () => {
  expect(withTask(parsePlace('#/fill/MS03?cell=MS03.02.1'), 'minsheng.2021')).toBe('#/minsheng.2021/fill/MS03?cell=MS03.02.1')
})
