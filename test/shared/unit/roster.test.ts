import { expect, test } from 'vitest'
import { guessKind } from '../../../shared/unit/guess-kind.ts'
import { readRoster } from '../../../shared/unit/roster.ts'
import { unitWith } from '../../../shared/unit/unit.ts'
import { urbanRuralBand } from '../../../shared/unit/urban-rural.ts'

const head = ['学校标识码', '学校名称', '办学类型', '所在乡镇', '城乡分类', '主管单位']

test('the title row is found under a heading, and the columns in any order', () => {
  const { units } = readRoster([['某县学校名录'], [], ['名 称', '代码', '乡镇'], ['一小', '2134000001', '城关']])
  expect(units).toEqual([unitWith({ code: '2134000001', name: '一小', township: '城关' })])
})

test('a row without a code is reported with the number people see, blank rows counted; the others are taken', () => {
  const { units, problems } = readRoster([
    head,
    ['2134000001', '一小', '小学', '城关', '镇中心区', ''],
    [],
    ['', '二小', '小学', '城关', '220', ''],
  ])
  expect(units.map((unit) => unit.class)).toEqual(['121'])
  expect(problems).toEqual([{ code: 'unit-incomplete', details: { row: 4, field: '代码' } }])
})

test('two schools of one name are two units; one code twice keeps the first and says so', () => {
  const { units, problems } = readRoster([
    head,
    ['1', '希望小学', '', '甲乡', '', ''],
    ['2', '希望小学', '', '乙乡', '', ''],
    ['1', '别的学校', '', '', '', ''],
  ])
  expect(units.map((unit) => unit.township)).toEqual(['甲乡', '乙乡'])
  expect(problems).toEqual([{ code: 'unit-duplicate', details: { unit: '1', row: 4 } }])
})

test('a code that Excel has turned into scientific notation has lost digits: the row is refused', () => {
  const { units, problems } = readRoster([
    head,
    ['1.1349E+09', '梅岭镇幼儿园', '幼儿园', '梅岭镇', '', ''],
    ['5E1', '五小', '小学', '', '', ''],
  ])
  expect(units.map(({ code }) => code)).toEqual(['5E1'])
  expect(problems).toEqual([{ code: 'unit-code-scientific', details: { row: 2, name: '梅岭镇幼儿园', found: '1.1349E+09' } }])
})

test('a blank inside a township, a kind or a class makes no second one; blanks of other names stay', () => {
  const { units, rows } = readRoster([
    head,
    ['1', '一小 East', '小 学', '桃 源乡', '村 庄', ''],
    [],
    ['2', '二小', '小学', 'New Town', '', ''],
  ])
  expect(units.map(({ name, kind, township, class: urbanRural }) => [name, kind, township, urbanRural])).toEqual([
    ['一小 East', '小学', '桃源乡', '220'],
    ['二小', '小学', 'New Town', ''],
  ])
  expect([...rows]).toEqual([
    ['1', 2],
    ['2', 4],
  ])
})

test('a sheet without a title row is no roster', () => {
  expect(
    readRoster([
      ['一', '二'],
      ['1', '2'],
    ]),
  ).toEqual({ units: [], rows: new Map(), problems: [] })
})

test.each([
  ['2134900001', '青山镇中心小学', '小学'],
  ['3134900001', '某镇初级中学', '初中'],
  ['3434900001', '某县第一中学', '高中'],
  ['', '石桥教学点', '教学点'],
  ['', '金寨县教育局', '教育局'],
  ['3634900001', '某某学校', '中职'],
  ['9', '某某', ''],
])('%s %s is most likely a %s', (code, name, kind) => {
  expect(guessKind(code, name)).toBe(kind)
})

test('classes fall into 城区, 镇区 and 乡村', () => {
  expect(['111', '122', '220', ''].map(urbanRuralBand)).toEqual(['城区', '镇区', '乡村', ''])
})
