import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyCounty, tamper } from '../../builders/county.ts'
import { demoReturn, demoUnits } from '../../builders/returns.ts'
import { temporaryFolder } from '../../builders/run-cli.ts'
import { json, say } from './run-in-process.ts'

/** The output and the exit code of a command tell what it has done (docs/command-line.md: Commands). */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const [unit = ''] = demoUnits('小学')
const file = (name: string): string => join(folder, name)
let county = ''

/** The first value of a query on the county's file. */
function inCounty(query: string): unknown {
  const db = new Database(county, { readonly: true })
  try {
    return db.prepare(query).pluck().get()
  } finally {
    db.close()
  }
}

beforeAll(async () => {
  county = await emptyCounty(folder, [unit])
  const { bytes } = await demoReturn(unit)
  writeFileSync(file('return.xlsx'), bytes)
  writeFileSync(file('bad.xlsx'), 'not a workbook')
  writeFileSync(file('text.txt'), 'a file where a folder is expected')
  mkdirSync(file('empty'))
})

test('receive says how much it took, and the number of the batch for undo', async () => {
  const dry = await say('receive', county, file('return.xlsx'), '--dry-run', '--lang', 'en')
  expect(dry.stdout).toMatch(/\npreview: 1 would be taken, 0 parked; nothing was received\n$/)
  const said = await say('receive', county, file('return.xlsx'), file('bad.xlsx'), '--lang', 'en')
  expect(said.stdout).toMatch(/\nbatch 2: 1 taken, 1 parked; `undo WORKSPACE 2` takes it back\n$/)
  const again = await say('receive', county, file('return.xlsx'), '--lang', 'en')
  expect(again.stdout).toMatch(/\nnothing new: no batch is kept\n$/)
})

test('receive of an empty folder says that there is no file', async () => {
  const said = await say('receive', county, file('empty'), '--lang', 'zh')
  expect(said).toMatchObject({ code: 0, stdout: '任务 minsheng.2021\n给出的路径下没有文件，没有接收\n' })
})

test('a filing whose return file could not be written is not marked as returned', async () => {
  await json(['set', county, '--unit', unit, 'MS00.03.3=many'], 1)
  tamper(county, "UPDATE filing SET status = 'received'")
  const failed = await say('return', county, '--unit', unit, '--out', join(file('text.txt'), 'r.xlsx'))
  expect([failed.code, failed.stdout]).toEqual([3, ''])
  expect(inCounty('SELECT status FROM filing')).toBe('received')
  await json(['return', county, '--unit', unit, '--out', file('r.xlsx')])
  expect(inCounty('SELECT status FROM filing')).toBe('returned')
})

test('a text that does not fit its cell is a problem of the check, as it is of the sign-off', async () => {
  const school = file('school.xiaotong')
  await json(['init', school, '--scheme', 'minsheng', '--period', '2021', '--unit', unit, '--name', '甲村小学'])
  await json(['set', school, '--unit', unit, 'MS00.03.3=many'], 1)
  for (const of of [[], ['--unit', unit]]) {
    const found = (await json(['check', school, ...of], 1)) as object[]
    expect(found).toContainEqual({
      unit,
      check: null,
      code: 'not-a-number',
      level: 'error',
      cells: ['MS00.03.3'],
      message: expect.stringContaining('many') as unknown,
      because: '',
      explained: false,
      task: 'minsheng.2021',
    })
    const said = await say('check', school, ...of, '--lang', 'en')
    expect(said.code).toBe(1)
    expect(said.stdout).toMatch(/✘ 甲村小学 MS00\.03\.3: .*many/)
  }
})

test('a report under a wrong ending is refused at once, and its template is not kept', async () => {
  const built = join(import.meta.dirname, '../../../shared/schemes/reports/minsheng.docx')
  writeFileSync(file('own.docx'), readFileSync(built))
  const wrong = await say('report', county, '--out', file('r.txt'), '--template', file('own.docx'))
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringMatching(/^usage: /) as unknown })
  const open = await say('report', county, '--out', join(file('text.txt'), 'r.docx'), '--template', file('own.docx'))
  expect([1, 3]).toContain(open.code)
  expect(existsSync(file('r.txt'))).toBe(false)
  expect(inCounty('SELECT COUNT(*) FROM report_template')).toBe(0)
})
