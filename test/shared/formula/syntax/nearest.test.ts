import { expect, test } from 'vitest'
import { editDistance, nearest } from '../../../../shared/formula/syntax/nearest.ts'

test('the name that was meant comes first', () => {
  expect(nearest('MS3', ['JC01', 'MS03', 'MS04'])[0]).toBe('MS03')
  expect(nearest('average', ['AVERAGE', 'MAX'])).toEqual(['AVERAGE'])
  expect(nearest('ＪＣ０１', ['JC02', 'JC01'])[0]).toBe('JC01')
  expect(nearest('公用经费', ['小学生均公用经费', '班额上限'])).toEqual(['小学生均公用经费'])
  expect(nearest('01', ['10', '02', '77'])).toEqual(['10', '02'])
})
test('a name like no other brings no guess', () => expect(nearest('营养餐', ['JC01', '班额上限'])).toEqual([]))
test('at most as many as asked for', () => expect(nearest('a1', ['a2', 'a3', 'a4', 'a5'], 2)).toHaveLength(2))
test('distances', () => {
  expect(editDistance('kitten', 'sitting', 9)).toBe(3)
  expect(editDistance('ab', 'ba', 9)).toBe(1)
  expect(editDistance('', 'abc', 9)).toBe(3)
  expect(editDistance('a', 'bcdef', 2)).toBe(2)
})
