import { expect, test } from 'vitest'
import { checkRoster } from '../../../../electron/services/roster/check-roster.ts'
import { problemSentence } from '../../../../shared/text/problem-sentences.ts'
import { readRoster } from '../../../../shared/unit/roster.ts'
import { loadMinsheng } from '../../../builders/demo-returns.ts'

/** Units of a roster file are taken, with warnings about their attributes. */
const scheme = loadMinsheng()
const head = ['代码', '名称', '类型', '乡镇', '城乡分类', '上级']
const office = { code: '341524', name: '金寨县教育局', kind: '教育局', township: '', class: '', parent: '' }
const check = (...rows: string[][]) => checkRoster(readRoster([head, ...rows]), [office], scheme)

test('a kind that nobody knows is named with its row and the nearest one that is: the school would not be expected', () => {
  const { units, warnings } = check(
    ['1', '桃源完小', '完小', '', '', ''],
    ['2', '某校', '学前机构', '', '', ''],
    ['3', '一小', '小学', '', '', ''],
  )
  expect(units.map(({ kind }) => kind)).toEqual(['完小', '学前机构', '小学'])
  expect(warnings).toMatchObject([
    { code: 'unit-kind-unknown', details: { row: 2, found: '完小', nearest: '小学' } },
    { code: 'unit-kind-unknown', details: { row: 3, found: '学前机构', nearest: null } },
  ])
  expect(warnings.map((one) => problemSentence(one, 'zh'))).toEqual([
    '第 2 行“桃源完小”的类型“完小”不认识：本任务没有这类单位要填的表，导入后不算应报单位。是不是“小学”？',
    expect.stringContaining('本任务的类型有：小学、教学点、初中') as string,
  ])
})

test('usual kinds that this scheme has no table for, and none at all, are said once', () => {
  const { warnings } = check(['1', '甲', '特殊教育', '', '', ''], ['2', '乙', '特殊教育', '', '', ''], ['3', '丙', '', '', '', ''])
  expect(warnings).toEqual([
    { code: 'unit-kind-not-asked', details: { kind: '特殊教育', count: 2 } },
    { code: 'unit-kind-not-asked', details: { kind: '', count: 1 } },
  ])
})

test('a class that is no code, and a parent that is nowhere, are named row by row', () => {
  const { warnings } = check(['1', '一小', '小学', '', '农村', '341524'], ['2', '二小', '小学', '', '220 村庄', '999'])
  expect(warnings).toEqual([
    { code: 'unit-class-unknown', details: { row: 2, name: '一小', found: '农村' } },
    { code: 'unit-parent-unknown', details: { row: 3, name: '二小', found: '999' } },
  ])
})

test('a parent may be given by its name, when only one unit is called so', () => {
  const { units, warnings } = check(
    ['1', '桃源中心校', '小学', '', '', '金寨县教育局'],
    ['2', '一点', '教学点', '', '', '桃源中心校'],
    ['3', '希望小学', '小学', '', '', ''],
    ['4', '希望小学', '小学', '', '', ''],
    ['5', '二点', '教学点', '', '', '希望小学'],
  )
  expect(units.map(({ parent }) => parent)).toEqual(['341524', '1', '', '', '希望小学'])
  expect(warnings).toMatchObject([{ code: 'unit-parent-unknown', details: { row: 6 } }])
})
