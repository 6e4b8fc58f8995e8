import { expect, test } from 'vitest'
import { groupUnits } from '../../../shared/consolidation/groups.ts'
import { levelFacts, linesOf } from '../../../shared/consolidation/level-facts.ts'
import { groupTitle } from '../../../shared/text/group-title.ts'
import { parseScheme } from '../../../shared/scheme/parse-scheme.ts'
import type { Unit } from '../../../shared/unit/unit.ts'

function unit(code: string, township: string, kind: string, classCode: string): Unit {
  return { code, name: `校${code}`, kind, township, class: classCode, parent: '' }
}
const units = [unit('1', '甲', '小学', '220'), unit('2', '乙', '初中', '121'), unit('3', '甲', '初中', ''), unit('4', '甲', '小学', '111')]

test('units are grouped by township, kind, band of class, each, or all together', () => {
  const titles = (by: Parameters<typeof groupUnits>[1]): [string | null, number][] =>
    groupUnits(units, by, '某县').map((group) => [group.title, group.units.length])
  expect(titles('township')).toEqual([
    ['甲', 3],
    ['乙', 1],
  ])
  expect(titles('kind')).toEqual([
    ['小学', 2],
    ['初中', 2],
  ])
  expect(titles('class')).toEqual([
    ['城区', 1],
    ['镇区', 1],
    ['乡村', 1],
    [null, 1],
  ])
  expect(titles('unit')).toHaveLength(4)
  expect(titles('county')).toEqual([['某县', 4]])
})

test('a group without a value is titled in the language of its reader', () => {
  expect([groupTitle('甲', 'en'), groupTitle(null, 'en'), groupTitle(null, 'zh')]).toEqual(['甲', '(not stated)', '（未注明）'])
})

const parsed = parseScheme(
  `
scheme: s
version: '1'
title: t
period: year
units: { all: 'kind <> ""' }
tables:
  - code: A
    title: a
    filed-by: all
    columns: [{ code: '1', title: x }]
    rows:
      - { code: '01', title: 人数 }
      - { code: '02', title: 最大班额, aggregate: max }
      - { code: '03', title: 供餐, type: choice, choices: [食堂, 企业] }
      - { code: '04', title: 电话, type: text }
      - { code: '05', title: 合计, formula: '[01] * 2' }
  - { code: L, kind: list, title: l, filed-by: all, columns: [{ code: 名, title: 名, type: text }, { code: 数, title: 数 }] }
`,
  's.yaml',
)

test('numbers add up, maxima are maxima, choices are counted in their order, texts and computed cells stay out', () => {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const sum = (cell: string, total: number, max: number): { cell: string; sum: number; count: number; min: number; max: number } => ({
    cell,
    sum: total,
    count: 2,
    min: 0,
    max,
  })
  const facts = levelFacts(
    parsed.scheme,
    [sum('A.01.1', 50, 30), sum('A.02.1', 70, 45), sum('A.05.1', 5, 5)],
    [
      { cell: 'A.03.1', text: '企业', count: 1 },
      { cell: 'A.03.1', text: '食堂', count: 3 },
      { cell: 'A.04.1', text: '1234', count: 1 },
    ],
    [],
  )
  expect([...facts]).toEqual([
    ['A.01.1', 50],
    ['A.02.1', 45],
    ['A.03.1', '食堂 3；企业 1'],
  ])
})

test("all units' lines stand one after the other, each unit's in its own order", () => {
  if (!parsed.ok) throw new Error('scheme')
  const first = linesOf(
    parsed.scheme,
    new Map<string, string | number>([
      ['L.2.名', '乙'],
      ['L.1.名', '甲'],
      ['A.01.1', 1],
    ]),
  )
  const second = linesOf(
    parsed.scheme,
    new Map<string, string | number>([
      ['L.1.名', '丙'],
      ['L.1.数', 70_000],
    ]),
  )
  const facts = levelFacts(parsed.scheme, [], [], [...first, ...second])
  expect([...facts]).toEqual([
    ['L.1.名', '甲'],
    ['L.2.名', '乙'],
    ['L.3.名', '丙'],
    ['L.3.数', 70_000],
  ])
})

test('a total that cannot be held exactly is no total', () => {
  if (!parsed.ok) throw new Error('scheme')
  const { scheme } = parsed
  expect(() => levelFacts(scheme, [{ cell: 'A.01.1', sum: 2n ** 60n, count: 1, min: 0, max: 0 }], [], [])).toThrow('A.01.1')
})
