import { expect, test } from 'vitest'
import { findTargets, type JumpTarget } from '../../../renderer/frame/jump-index.ts'

const target = (kind: JumpTarget['kind'], title: string, code: string, initials: string): JumpTarget => ({
  kind,
  title,
  code,
  names: [{ text: title, initials }],
  hash: `#/${title}`,
})
const targets = [
  target('page', '填表', '', 'tb'),
  target('table', '营养改善计划', 'MS03', 'yygsjh'),
  target('unit', '燕子河镇中心小学', '2134000001', 'yzhzzxxx'),
  target('unit', '古碑镇小学', '2134000003', 'gbzxx'),
]
const titles = (typed: string): string[] => findTargets(targets, typed).map((found) => found.title)

test('pinyin initials find a table', () => expect(titles('yy')).toEqual(['营养改善计划']))
test('a table is found by its short title as well', () => {
  const table: JumpTarget = {
    ...target('table', '农村义务教育学生营养改善计划', 'MS03', 'ncywjyxsyygsjh'),
    names: [
      { text: '农村义务教育学生营养改善计划', initials: 'ncywjyxsyygsjh' },
      { text: '营养改善', initials: 'yygs' },
    ],
  }
  expect(findTargets([target('indicator', '受益学生营养餐覆盖率', '', 'syxsyycfgl'), table], 'yy').map((found) => found.title)).toEqual([
    table.title,
    '受益学生营养餐覆盖率',
  ])
})
test('a code typed in full-width and small letters finds its table', () => expect(titles('ｍｓ03')).toEqual(['营养改善计划']))
test('a name inside finds units, those that begin with it first', () => expect(titles('小学')).toEqual(['燕子河镇中心小学', '古碑镇小学']))
test('with nothing typed pages and tables are offered', () => expect(titles(' ')).toEqual(['填表', '营养改善计划']))
test('what is not there is not found', () => expect(titles('zzz')).toEqual([]))
