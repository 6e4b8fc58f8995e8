import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillWorkbook } from '../builders/fill-workbook.ts'
import { cli, cliJson, temporaryFolder } from '../builders/run-cli.ts'

/** From the county's blank forms to its totals and back: hand out, fill in, receive, consolidate, undo. */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const county = join(folder, 'county.xiaotong')
const returns = join(folder, '交上来的')
const names = { A: '2134000001', B: '2134000002', C: '1134000003' }

type Received = {
  batch: number
  committed: number
  parked: number
  files: { file: string; verdict: string; unit: string; problems: { cell: string; sheet: string; code: string; message: string }[] }[]
}
type Consolidation = {
  groups: { key: string; title: string; units: { filed: number; expected: number }; tables: Record<string, Record<string, string>> }[]
}

async function digest(): Promise<string> {
  const { stdout } = await cli('consolidate', county, '--by', 'unit', '--json')
  return createHash('sha256').update(stdout).digest('hex')
}

beforeAll(async () => {
  const roster = join(folder, '名录.csv')
  writeFileSync(
    roster,
    `代码,名称,类型,乡镇,城乡分类,上级\n${names.A},甲村小学,小学,梅山镇,村庄,\n${names.B},乙村小学,小学,青山镇,220,\n${names.C},丙幼儿园,幼儿园,梅山镇,121,\n`,
  )
  await cliJson([
    'init',
    county,
    '--scheme',
    'minsheng',
    '--period',
    '2021',
    '--unit',
    '341524',
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
    join(folder, '空表'),
  ])
  expect(files.map(({ unit }) => unit).sort()).toEqual([names.A, names.B, names.C, '341524'].sort())
  mkdirSync(returns)
  const fileOf = (unit: string): string => files.find((one) => one.unit === unit)?.file ?? ''
  await fillWorkbook(fileOf(names.A), join(returns, '甲村.xlsx'), {
    'MS00.03.1': 1,
    'MS00.03.2': 6,
    'MS00.03.3': 120,
    'MS00.03.4': 58,
    'MS00.03.7': 12,
    'MS00.03.8': 11,
    'MS02.01.2': 9.1,
    'MS06.05.1': '更换屋面 420 平方米',
  })
  // Figures as people type them: full-width digits, thousands separators, units, tens of thousands.
  await fillWorkbook(fileOf(names.B), join(returns, '乙村.xlsx'), {
    'MS00.03.1': '１',
    'MS00.03.2': '12个',
    'MS00.03.3': '1,234',
    'MS00.03.4': ' 600 ',
    'MS00.03.7': '80人',
    'MS00.03.8': '78',
    'MS02.01.2': '9.5万',
    'MS00.03.6': '约三百',
  })
  await fillWorkbook(fileOf(names.C), join(returns, '丙园.xlsx'), {
    'MS00.01.1': 1,
    'MS00.01.2': 3,
    'MS00.01.3': 90,
    'MS01.02.1': 10,
    'MS01.02.2': 0.4,
  })
}, 120_000)

test('the county previews, receives, adds up, and takes the batch back without a trace in its totals', async () => {
  const before = await digest()
  const preview = await cliJson<Received>(['receive', county, returns, '--dry-run'], 1)
  expect(preview).toMatchObject({ committed: 0 })
  expect(preview.files.map(({ verdict }) => verdict)).toEqual(['new', 'new', 'new'])
  expect(await digest()).toBe(before)

  const received = await cliJson<Received>(['receive', county, returns], 1)
  expect(received).toMatchObject({ committed: 3, parked: 0 })
  // An unreadable cell is named with its sheet, and the rest of the file is read.
  const [problem] = received.files.find((file) => file.unit === names.B)?.problems ?? []
  expect(problem).toMatchObject({
    code: 'not-a-number',
    sheet: expect.stringContaining('MS00') as unknown,
    cell: expect.stringMatching(/^[A-Z]+\d+$/) as unknown,
    found: '约三百',
  })
  expect(problem?.message).toContain('约三百')

  const { groups } = await cliJson<Consolidation>(['consolidate', county])
  expect(groups).toHaveLength(1)
  expect(groups[0]).toMatchObject({ key: 'county', units: { filed: 3, expected: 4 } })
  const tables = groups[0]?.tables ?? {}
  expect(tables['MS00']).toMatchObject({
    '03.1': '2',
    '03.2': '18',
    '03.3': '1354',
    '03.4': '658',
    '01.3': '90',
    '02.3': '1354',
    '12.3': '1444',
    '03.8': '89',
  })
  expect(tables['MS00']?.['03.6']).toBeUndefined()
  expect(tables['MS02']).toMatchObject({ '01.1': '1354', '01.2': '18.6', '01.6': '18.6' })
  expect(tables['MS01']).toMatchObject({ '01.5': '10', '01.6': '0.4' })

  const { groups: townships } = await cliJson<Consolidation>(['consolidate', county, '--by', 'township'])
  expect(townships.map(({ title, tables: own }) => [title, own['MS00']?.['12.3']])).toEqual(
    expect.arrayContaining([
      ['梅山镇', '210'],
      ['青山镇', '1234'],
    ]),
  )

  const after = await digest()
  expect(await cliJson(['undo', county, String(received.batch)])).toEqual({ batch: received.batch, restored: 3, task: 'minsheng.2021' })
  expect(await digest()).toBe(before)
  const again = await cliJson<Received>(['receive', county, returns], 1)
  expect(again).toMatchObject({ committed: 3 })
  expect(await digest()).toBe(after)
}, 240_000)

test('the same folder once more is identical file by file and changes nothing', async () => {
  const before = await digest()
  const again = await cliJson<Received>(['receive', county, returns], 1)
  expect(again.files.map(({ verdict }) => verdict)).toEqual(['identical', 'identical', 'identical'])
  expect(again).toMatchObject({ committed: 0, parked: 0 })
  expect(await digest()).toBe(before)
}, 120_000)
