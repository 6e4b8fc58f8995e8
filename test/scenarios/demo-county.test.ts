import { readFileSync, statSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyOfDemoCounty, demoFolder, type DemoFolder } from '../builders/demo-folder.ts'
import { cliJson, temporaryFolder } from '../builders/run-cli.ts'

/**
 * The whole work on a real county (Jinzhai 2021), compared with its published report: `demo --out d --json`.
 * The golden file is test/fixtures/golden/jinzhai-2021.json.
 */
type Golden = {
  indicators: Record<string, string>
  conflicts: unknown[]
  evaluation: { full: string; self: string; items: Record<string, string> }
}
type Demo = {
  figures: { code: string; published: string; computed: string; same: boolean }[]
  conflicts: { check: string; what: string; found: boolean; message: string }[]
  others: unknown[]
  files: string[]
}
const golden = JSON.parse(readFileSync(new URL('../fixtures/golden/jinzhai-2021.json', import.meta.url), 'utf8')) as Golden
const { folder, remove } = temporaryFolder()
afterAll(remove)
let demo: DemoFolder
let said: Demo
let county = ''

beforeAll(async () => {
  demo = await demoFolder()
  said = JSON.parse(demo.said.stdout) as Demo
  county = await copyOfDemoCounty(folder)
}, 600_000)

test('the command ends with 1, because the published figures contradict each other, and says nothing on stderr', () => {
  expect(demo.said).toMatchObject({ code: 1, stderr: '' })
})

test.each(Object.entries(golden.indicators))('%s comes to the published %s', (code, published) => {
  expect(said.figures.find((figure) => figure.code === code)).toEqual({ code, published, computed: published, same: true })
})

test('every total, score and indicator that was published comes out the same', () => {
  expect(said.figures.filter((figure) => !figure.same || figure.published !== figure.computed)).toEqual([])
  expect(said.figures.length).toBeGreaterThan(Object.keys(golden.indicators).length + 35)
  const scores = new Map(said.figures.map(({ code, computed }) => [code, computed]))
  expect([scores.get('评价·满分'), scores.get('评价·自评得分')]).toEqual([golden.evaluation.full, golden.evaluation.self])
  for (const [title, points] of Object.entries(golden.evaluation.items)) expect(scores.get(`评价·${title}`), title).toBe(points)
})

test('the three contradictions of the report are found, each with a sentence that says why, and no others', () => {
  expect(golden.conflicts).toHaveLength(3)
  expect(said.conflicts.map(({ check, found }) => [check, found])).toEqual([
    ['X-受助人数', true],
    ['X-免学费', true],
    ['X-营养学校', true],
  ])
  for (const { message } of said.conflicts) expect(message).toMatch(/不应(大|小)于.+，(多|少) \d+。.+/)
  expect(said.others).toEqual([])
})

describe('what it leaves behind', () => {
  test('a workbook for each of about 200 units in 23 townships, all received', async () => {
    const status = await cliJson<{ expected: number; filed: number; byTownship: { township: string }[]; missing: unknown[] }>([
      'status',
      county,
    ])
    expect(status.byTownship).toHaveLength(23)
    expect(status.expected).toBeGreaterThan(190)
    expect(status).toMatchObject({ filed: status.expected, missing: [] })
    expect(demo.returns).toHaveLength(status.expected)
  }, 60_000)

  test('the summary in Excel and on paper', () => {
    expect(readFileSync(`${demo.folder}/summary.xlsx`).subarray(0, 2).toString()).toBe('PK')
    expect(readFileSync(`${demo.folder}/summary.pdf`).subarray(0, 5).toString()).toBe('%PDF-')
    expect(statSync(`${demo.folder}/summary.pdf`).size).toBeGreaterThan(20_000)
  })

  test('no filing with an error or an unexplained query: each school has answered before it signed', async () => {
    const findings = await cliJson<{ unit: string; level: string; explained: boolean; check: string }[]>(['check', county], 1)
    expect(
      findings
        .filter((one) => !one.explained)
        .map((one) => one.check)
        .sort(),
    ).toEqual(['X-免学费', 'X-受助人数', 'X-营养学校'].sort())
  }, 60_000)

  test('a published total leads back to its schools: their parts add up to it, each with file and cell', async () => {
    const rows = await cliJson<
      { unit: string; value: string; file: string | null; sheet: string | null; cell: string | null; at: string; by: string }[]
    >(['lineage', county, 'MS03.03.2'])
    expect(rows.reduce((sum, row) => sum + Number(row.value), 0)).toBe(31_342)
    expect(rows.length).toBe(184)
    for (const row of rows)
      expect(row).toMatchObject({
        file: expect.stringMatching(/\.xlsx$/) as unknown,
        sheet: expect.stringContaining('MS03') as unknown,
        cell: expect.stringMatching(/^[A-Z]+\d+$/) as unknown,
        at: expect.stringMatching(/^\d{4}-/) as unknown,
      })
  }, 120_000)
})
