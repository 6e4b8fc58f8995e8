import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as SheetJS from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareWithSheetJs } from '../../../../electron/workbook/corpus/compare.ts'
import { listFiles } from '../../../../electron/workbook/corpus/list-files.ts'
import { readXlsx } from '../../../../electron/workbook/xlsx/read-xlsx.ts'
import { buildOle } from '../../../builders/ole-builder.ts'
import { buildXlsx } from '../../../builders/xlsx-builder.ts'

const corpus = fileURLToPath(new URL('../../../../electron/corpus.ts', import.meta.url))
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'corpus-'))
  mkdirSync(join(folder, '二小'))
  writeFileSync(join(folder, '表10.xlsx'), buildXlsx({ sheets: [{ name: 'a', cells: { A1: 0.1, A2: 0.2, A3: '人' } }] }))
  writeFileSync(join(folder, '表2.xlsx'), buildXlsx({ prefix: 'x', sheets: [{ name: 'a', cells: { A1: 1, B1: 5 }, merges: ['A1:B1'] }] }))
  writeFileSync(join(folder, '二小', '旧表.xls'), buildOle(['Root Entry', 'Workbook']))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', corpus, ...args], { encoding: 'utf8' })
}

describe('trying the reader on a folder', () => {
  test('lists files below folders too, 表2 before 表10', () => {
    expect(listFiles(folder)).toEqual(['表2.xlsx', '表10.xlsx', join('二小', '旧表.xls')])
  })
  test('tells for each file what was read or why not, in Chinese and English, and that a second reader agrees', () => {
    const { status, stdout } = run(folder)
    expect(stdout).toContain('数字合计 0.3，')
    expect(stdout).toContain('与第二个读取器一致：3 格')
    expect(stdout).toMatch(/旧表\.xls\n {4}拒绝 old-xls：.*另存为 \.xlsx。 \/ .*save it as \.xlsx/)
    expect(stdout).toContain('共 3 个文件：读到 2，拒绝 1，有问题 0')
    expect(status).toBe(0)
  })
  test('as data', () => {
    const reports = JSON.parse(run(folder, '--json').stdout) as { file: string; reading: object; comparison: object | null }[]
    expect(reports.map(({ file }) => file)).toEqual(['表2.xlsx', '表10.xlsx', join('二小', '旧表.xls')])
    expect(reports[0]).toMatchObject({
      reading: { outcome: 'read', sheets: 1, cells: 1, sum: '1' },
      comparison: { outcome: 'compared', same: 1, differences: [] },
    })
  })
  test('without a folder says how to call it', () => {
    const { status, stderr } = run(join(folder, 'nowhere'))
    expect([status, stderr]).toEqual([2, expect.stringContaining('npm run -s corpus -- DIR')])
  })
})

describe('comparing two readers finds', () => {
  const given = { A1: 1, A2: '甲', A3: true, A4: { style: 1, value: '45536' } } as const
  const theirs = (cells: Record<string, number | string | boolean | object>): Uint8Array =>
    buildXlsx({ formats: [0, 14], sheets: [{ name: '表1', cells: cells as never }] })
  const ours = readXlsx(theirs(given))

  test('nothing where nothing differs', () =>
    expect(compareWithSheetJs(ours, theirs(given), SheetJS)).toEqual({ same: 4, differences: [] }))
  test.each([
    ['another number', { ...given, A1: 2 }, '表1!A1: number 1 ≠ n 2 (General)'],
    ['another text', { ...given, A2: '乙' }, '表1!A2: text 甲 ≠ s 乙 (General)'],
    ['another kind', { ...given, A3: 1 }, '表1!A3: boolean TRUE ≠ n 1 (General)'],
    ['another day', { ...given, A4: { style: 1, value: '45537' } }, '表1!A4: date 2024-09-01 ≠ n 45537 (m/d/yy)'],
    ['a cell we lack', { ...given, B9: 5 }, '表1!B9: nothing ≠ n 5'],
  ])('%s', (_what, cells, difference) => expect(compareWithSheetJs(ours, theirs(cells), SheetJS).differences).toEqual([difference]))
  test('a cell the other lacks', () => {
    const { A1: _left, ...rest } = given
    expect(compareWithSheetJs(ours, theirs(rest), SheetJS).differences).toEqual(['表1!A1: number 1 ≠ nothing'])
  })
  test('another sheet', () => {
    expect(compareWithSheetJs(ours, buildXlsx({ sheets: [{ name: '表2' }] }), SheetJS).differences).toEqual(['sheets: 表1 ≠ 表2'])
  })
})
