import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unitWith, type Unit } from '../../shared/unit/unit.ts'
import { cli, cliJson, temporaryFolder } from '../builders/run-cli.ts'

/** The county imports rosters as offices keep them: CSV saved by Excel in GBK, a sheet with a heading and notes, wrong rows. */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const county = join(folder, 'county.xiaotong')

/** The GBK bytes of a text, from a table of two-byte characters, because Node writes no GBK. */
function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk')
  const table = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const char = decoder.decode(Uint8Array.of(high, low))
      if (char.length === 1 && char !== '\uFFFD' && !table.has(char)) table.set(char, [high, low])
    }
  }
  return Buffer.from([...text].flatMap((char) => (char.codePointAt(0)! < 0x80 ? [char.codePointAt(0)!] : (table.get(char) ?? [0x3f]))))
}

beforeAll(async () => {
  await cliJson(['init', county, '--scheme', 'minsheng', '--period', '2021', '--unit', '341524', '--name', '金寨县教育局'])
}, 60_000)

test('a CSV that Excel saved in GBK comes in by its column titles; rows that are wrong are reported by their number', async () => {
  const file = join(folder, '名录.csv')
  writeFileSync(
    file,
    gbk(
      '金寨县学校名录,,,\r\n学校名称,乡镇,学校标识码,城乡分类,类型\r\n"梅山镇中心小学",梅山镇,2134000001,镇中心区,小学\r\n没有代码小学,梅山镇,,,小学\r\n,梅山镇,2134000009,,小学\r\n青山小学,青山镇,2134000002,220 村庄,小学\r\n又一个青山,青山镇,2134000002,,小学\r\n',
    ),
  )
  const said = await cli('roster', county, '--import', file)
  expect(said.code).toBe(1)
  expect(said.stdout).toMatch(/第 4 行.*代码/)
  expect(said.stdout).toMatch(/第 5 行.*名称/)
  expect(said.stdout).toMatch(/2134000002.*第 7 行|第 7 行.*2134000002/)
  const asJson = await cli('roster', county, '--import', file, '--json')
  expect(asJson.code).toBe(1)
  expect(
    asJson.stderr
      .trim()
      .split('\n')
      .map((line) => line.split(':')[0]),
  ).toEqual(['unit-incomplete', 'unit-incomplete', 'unit-duplicate'])
  const rows = JSON.parse(asJson.stdout) as Unit[]
  expect(rows).toEqual(
    expect.arrayContaining([
      unitWith({ code: '2134000001', name: '梅山镇中心小学', kind: '小学', township: '梅山镇', class: '121' }),
      unitWith({ code: '2134000002', name: '青山小学', kind: '小学', township: '青山镇', class: '220' }),
    ]),
  )
  expect(rows).toHaveLength(3)
}, 60_000)

test('an Excel sheet with a heading and numbers for codes changes what is known and adds what is new', async () => {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('说明')
  const sheet = book.addWorksheet('名录')
  sheet.addRow(['金寨县 2021 年单位名录'])
  sheet.addRow([])
  sheet.addRow(['代码', '名称', '类型', '乡镇', '城乡分类', '上级'])
  sheet.addRow([2134000001, '梅山镇中心小学', '九年一贯制', '梅山镇', 122, ''])
  sheet.addRow([1134000003, '梅山镇幼儿园', '幼儿园', '梅山镇', 121, 2134000001])
  const file = join(folder, '名录.xlsx')
  await book.xlsx.writeFile(file)
  const rows = await cliJson<Unit[]>(['roster', county, '--import', file])
  expect(rows).toHaveLength(4)
  expect(rows.find((row) => row.code === '2134000001')).toMatchObject({ kind: '九年一贯制', class: '122' })
  expect(rows.find((row) => row.code === '1134000003')).toMatchObject({ name: '梅山镇幼儿园', parent: '2134000001' })
}, 60_000)

test('what is only to be looked at is imported and said; a code in scientific notation is not imported', async () => {
  const other = join(folder, 'other.xiaotong')
  await cliJson(['init', other, '--scheme', 'minsheng', '--period', '2021', '--unit', '341524', '--name', '金寨县教育局'])
  const file = join(folder, '可疑.csv')
  writeFileSync(file, '代码,名称,类型,乡镇,城乡分类,上级\n2134000011,桃源完小,完小,桃 源乡,农村,\n')
  const said = await cli('roster', other, '--import', file)
  expect(said.code).toBe(0)
  expect(said.stdout).toMatch(/第 2 行“桃源完小”的类型“完小”不认识.*是不是“小学”/)
  expect(said.stdout).toMatch(/农村/)
  expect(await cliJson<Unit[]>(['roster', other])).toContainEqual(
    unitWith({ code: '2134000011', name: '桃源完小', kind: '完小', township: '桃源乡', class: '农村' }),
  )
  writeFileSync(file, '代码,名称\n1.1349E+09,梅岭镇幼儿园\n')
  const refused = await cli('roster', other, '--import', file, '--json')
  expect([refused.code, refused.stderr.split(':')[0]]).toEqual([1, 'unit-code-scientific'])
}, 60_000)

test('a file that is no roster changes nothing and says what is needed', async () => {
  const file = join(folder, '课表.csv')
  writeFileSync(file, '星期一,语文\n星期二,数学\n')
  const said = await cli('roster', county, '--import', file, '--json')
  expect(said).toMatchObject({ code: 3, stdout: '' })
  expect(said.stderr).toMatch(/^roster-unreadable: .*代码、名称/)
  expect(await cliJson<Unit[]>(['roster', county])).toHaveLength(4)
}, 60_000)
