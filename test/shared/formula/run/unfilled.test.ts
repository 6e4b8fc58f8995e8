import { expect, test } from 'vitest'
import { unfilled } from '../../../../shared/formula/run/unfilled.ts'
import { bound, sourceOf, WORLD } from '../world.ts'

test.each([
  ['what a condition asks for', 'IF([a] > 0, NOT(ISBLANK([t])), TRUE)', { a: '1' }, ['t']],
  ['also where it compares with nothing', 'IF([a] > 0, [t] <> "", TRUE)', { a: '1' }, ['t']],
  ['every blank one of several', 'AND(NOT(ISBLANK([a])), NOT(ISBLANK([b])), [t] <> "")', { b: '2' }, ['a', 't']],
  ['either of two, when neither is filled in', 'OR(NOT(ISBLANK([a])), [t] <> "")', {}, ['a', 't']],
  ['a blank one that is compared', 'IF([a] > 0, [b] = 1, TRUE)', { a: '1' }, ['b']],
  ['what is asked for before what is compared', 'AND([b] = [a], [t] <> "")', { a: '1' }, ['t', 'b']],
  ['nothing where no cell is blank', '[a] <= [b]', { a: '2', b: '1' }, []],
  ['nothing where a cell must stay blank', 'IF([a] > 0, ISBLANK([t]), TRUE)', { a: '1', t: '甲' }, []],
])('a failing condition leads to %s', (_, source, cells, expected) => {
  const found = unfilled(bound(source, WORLD).root, sourceOf({ cells }))
  expect(found.map((one) => (one.kind === 'cell' ? one.key : one.column))).toEqual(expected)
})

test('in a rule of a list it leads to the cell of the line', () => {
  const rule = bound('IF([.人次] > 0, [.类别] <> "", TRUE)', { ...WORLD, thisList: 'PX' })
  expect(unfilled(rule.root, sourceOf({ row: { 人次: '3' } }))).toEqual([{ asked: true, kind: 'list-cell', table: 'PX', column: '类别' }])
})
