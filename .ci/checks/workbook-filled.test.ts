import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { GroupTotals } from '../../shared/api/consolidation.ts'
import { formatAddress } from '../../electron/workbook/xlsx/address.ts'
import { placesIn } from '../../test/builders/fill-workbook.ts'
import { cliJson, temporaryFolder } from '../../test/builders/run-cli.ts'
import { closeParts, openParts, putCells } from '../../test/electron/workbook/read-return/change-workbook.ts'
import { recalculate } from '../libreoffice.ts'

/** `init` → `export --blank` → filled in and saved by LibreOffice's own writer → `receive` → `consolidate`: exact totals. */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const county = join(folder, 'county.xiaotong')
const [school, point, office] = ['2134000001', '2134000002', '341524'] as const

/** The typed values of each unit's form: figures to the last digit, a text that looks like a formula, lines of a list. */
const typed: Record<string, Record<string, number | string>> = {
  [school]: {
    'MS00.03.1': 1,
    'MS00.03.2': 9,
    'MS00.03.3': 333,
    'MS00.03.4': 160,
    'MS00.03.7': 20,
    'MS00.03.8': 19,
    'MS02.01.2': 21.6449,
    'MS02.02.1': 333,
    'MS02.02.2': 3.1401,
    'MS03.01.2': 1,
    'MS03.03.2': 333,
    'MS03.05.2': '食堂供餐',
    'MS03.08.2': 13.3333,
    'MS06.05.1': '=更换屋面',
  },
  [point]: {
    'MS00.04.1': 1,
    'MS00.04.2': 2,
    'MS00.04.3': 17,
    'MS00.04.7': 2,
    'MS00.04.8': 2,
    'MS02.01.2': 0.0001,
    'MS03.01.2': 1,
    'MS03.03.2': 17,
    'MS03.05.2': '企业供餐',
    'MS03.08.2': 0.6667,
  },
  [office]: {
    'MS04.1.项目': '国培计划',
    'MS04.1.类别': '国培',
    'MS04.1.对象': '中小学',
    'MS04.1.人次': 1208,
    'MS04.2.项目': '县培',
    'MS04.2.类别': '县培',
    'MS04.2.对象': '幼儿园',
    'MS04.2.人次': 77,
    'MS07.05.1': 900,
    'MS07.03.3': 5348.6,
  },
}

test('figures typed into blank forms with LibreOffice arrive to the last digit, and add up exactly', async () => {
  const roster = join(folder, '名录.csv')
  writeFileSync(roster, `代码,名称,类型,乡镇,城乡分类\n${school},甲村小学,小学,梅山镇,220\n${point},乙村教学点,教学点,梅山镇,220\n`)
  await cliJson([
    'init',
    county,
    '--scheme',
    'minsheng',
    '--period',
    '2021',
    '--unit',
    office,
    '--name',
    '金寨县教育局',
    '--kind',
    '教育局',
    '--roster',
    roster,
  ])
  const { files } = await cliJson<{ files: { file: string; unit: string }[] }>([
    'export',
    county,
    '--all',
    '--blank',
    '--out',
    join(folder, 'blank'),
  ])
  const edited = new Map(
    files.map(({ file, unit }) => {
      const bytes = readFileSync(file)
      const places = placesIn(bytes)
      const parts = openParts(bytes)
      for (const [cell, value] of Object.entries(typed[unit] ?? {})) {
        const place = places.get(cell)
        if (place === undefined) throw new Error(`${cell} of ${unit} has no place`)
        putCells(parts, place.sheet, { [formatAddress(place.row, place.column)]: value })
      }
      return [unit, closeParts(parts)] as const
    }),
  )
  const returns = join(folder, 'returns')
  mkdirSync(returns)
  for (const [unit, bytes] of recalculate(edited)) writeFileSync(join(returns, `${unit}.xlsx`), bytes)

  const received = await cliJson<{ committed: number; parked: number; files: { verdict: string; problems: unknown[] }[] }>(
    ['receive', county, returns],
    1,
  )
  expect(received.files.map(({ verdict, problems }) => [verdict, problems])).toEqual([
    ['new', []],
    ['new', []],
    ['new', []],
  ])
  for (const unit of [school, point, office]) {
    const { facts, lists } = await cliJson<{ facts: Record<string, string>; lists: Record<string, Record<string, string>[]> }>([
      'facts',
      county,
      '--unit',
      unit,
    ])
    const held = {
      ...facts,
      ...Object.fromEntries(
        Object.entries(lists).flatMap(([table, lines]) =>
          lines.flatMap((line, index) => Object.entries(line).map(([column, value]) => [`${table}.${index + 1}.${column}`, value])),
        ),
      ),
    }
    expect(held).toEqual(Object.fromEntries(Object.entries(typed[unit] ?? {}).map(([cell, value]) => [cell, String(value)])))
  }
  const { groups } = await cliJson<{ groups: GroupTotals[] }>(['consolidate', county])
  expect(groups[0]).toMatchObject({
    units: { filed: 3, expected: 3 },
    tables: {
      MS00: { '02.3': '350', '12.3': '350', '12.1': '2', '12.8': '21' },
      MS02: { '01.1': '350', '01.2': '21.645', '01.6': '21.645', '02.2': '3.1401' },
      MS03: { '01.2': '2', '02.2': '350', '03.2': '350', '05.2': '食堂供餐 1；企业供餐 1', '06.2': '1', '08.3': '14' },
      MS04: { '1.人次': '1208', '2.人次': '77' },
      MS07: { '05.2': '1208', '02.2': '77', '03.4': '21.645' },
    },
  })
}, 300_000)
