import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { verdicts } from '../../../shared/receive/verdicts.ts'
import { emptyCounty } from '../../builders/county.ts'
import { demoReturn, demoUnits } from '../../builders/returns.ts'
import { cli, temporaryFolder } from '../../builders/run-cli.ts'
import { cell, decimal, fact, sha256, task } from './document-shapes.ts'
import { json, say } from './run-in-process.ts'

/** The JSON documents of a county's commands (docs/command-line.md: Documents): exactly these keys, numbers as decimal strings. */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const [first = '', second = ''] = demoUnits('小学')
const [office = ''] = demoUnits('教育局')
let county = ''
const returns = join(folder, 'returns')

beforeAll(async () => {
  county = await emptyCounty(folder, [first, second])
  mkdirSync(returns)
  for (const unit of [first, office]) {
    const { name, bytes } = await demoReturn(unit)
    writeFileSync(join(returns, name), bytes)
  }
  writeFileSync(join(returns, '坏.xlsx'), 'not a workbook')
}, 60_000)

const receipt = z.strictObject({
  batch: z.int(),
  committed: z.int(),
  parked: z.int(),
  task,
  files: z.array(
    z.strictObject({
      file: z.string(),
      sha256,
      verdict: z.enum(verdicts),
      unit: z.string().nullable(),
      revision: z.int().nullable(),
      problems: z.array(
        z.strictObject({
          code: z.string(),
          sheet: z.string().nullable(),
          cell: z.string().nullable(),
          found: z.string().nullable(),
          expected: z.string().nullable(),
          message: z.string(),
        }),
      ),
      differences: z.array(z.strictObject({ cell, held: fact, incoming: fact })),
    }),
  ),
})

const head = { key: z.string(), title: z.string(), units: z.strictObject({ filed: z.int(), expected: z.int() }) }

describe('receiving', () => {
  test('receive --dry-run, receive, status, undo', async () => {
    expect(receipt.parse(await json(['receive', county, returns, '--dry-run'], 1))).toMatchObject({ committed: 0, parked: 1 })
    const received = receipt.parse(await json(['receive', county, returns], 1))
    expect(received).toMatchObject({ committed: 2, parked: 1 })
    const status = z.strictObject({
      expected: z.int(),
      filed: z.int(),
      byTownship: z.array(z.strictObject({ township: z.string(), expected: z.int(), filed: z.int() })),
      missing: z.array(z.object({ code: z.string(), name: z.string() })),
      task,
    })
    expect(status.parse(await json(['status', county]))).toMatchObject({ expected: 3, filed: 2, missing: [{ code: second }] })
    expect(await json(['undo', county, String(received.batch)])).toEqual({ batch: received.batch, restored: 2, task: 'minsheng.2021' })
    expect((await say('undo', county, String(received.batch), '--json')).stderr).toMatch(/^batch-closed: /)
    await json(['receive', county, returns], 1)
  }, 60_000)
})

describe('totals, after receiving', () => {
  test('consolidate by each grouping; figures are decimal strings', async () => {
    const shape = z.strictObject({
      scheme: z.literal('minsheng'),
      period: z.literal('2021'),
      task,
      groups: z.array(z.strictObject({ ...head, tables: z.record(z.string(), z.record(z.string().regex(/^[^.]+\.[^.]+$/), z.string())) })),
    })
    for (const by of ['county', 'township', 'kind', 'class', 'unit']) {
      const { groups } = shape.parse(await json(['consolidate', county, '--by', by]))
      expect(groups.length).toBeGreaterThan(0)
      for (const { tables } of groups)
        for (const [place, value] of Object.entries(tables['MS00'] ?? {}))
          expect(decimal.safeParse(value).success, `${place} ${value}`).toBe(true)
    }
  }, 60_000)

  test('consolidate --out writes what its ending says', async () => {
    for (const [ending, begin] of [
      ['xlsx', 'PK'],
      ['csv', '\uFEFF分组'],
    ]) {
      const out = join(folder, `汇总.${ending}`)
      expect(await json(['consolidate', county, '--out', out])).toMatchObject({ file: out })
      expect(readFileSync(out, 'utf8').startsWith(begin ?? '')).toBe(true)
    }
  }, 60_000)

  test('indicators: exact to ten decimals and as printed', async () => {
    const indicator = z.strictObject({
      value: decimal.nullable(),
      shown: z.string(),
      target: z.string().nullable(),
      met: z.boolean().nullable(),
    })
    const { groups } = z
      .strictObject({ task, groups: z.array(z.strictObject({ ...head, indicators: z.record(z.string(), indicator) })) })
      .parse(await json(['indicators', county]))
    const rate = groups[0]?.indicators['中小学教师培训完成率']
    expect(rate).toMatchObject({ shown: '1108.27%', target: '>= 100%', met: true })
    expect(rate?.value).toMatch(/^11\.0827300930/)
    expect(groups[0]?.indicators['生均学前资助(元/人次)']).toEqual({ value: null, shown: '—', target: null, met: null })
  })

  test('lineage', async () => {
    const rows = z
      .array(
        z.object({
          unit: z.string(),
          value: z.string(),
          file: z.string().nullable(),
          sheet: z.string().nullable(),
          cell: z.string().nullable(),
          at: z.string(),
          by: z.string(),
          task,
        }),
      )
      .parse(await json(['lineage', county, 'MS00.03.3']))
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      unit: first,
      value: expect.stringMatching(/^\d+$/) as unknown,
      file: expect.stringMatching(/\.xlsx$/) as unknown,
      cell: expect.stringMatching(/^[A-Z]+\d+$/) as unknown,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as unknown,
    })
  })

  test('evaluate', async () => {
    const item = z.object({ code: z.string(), title: z.string(), points: decimal, score: decimal.nullable(), reason: z.string() })
    const said = z
      .object({
        full: decimal,
        score: decimal.nullable(),
        grade: z.string().nullable(),
        vetoes: z.array(z.unknown()),
        items: z.array(item),
      })
      .parse(await json(['evaluate', county]))
    expect(said.full).toBe('40')
    expect(said.items).toHaveLength(9)
  })
})

test('in a process of its own: one document on stdout, and nothing else anywhere', async () => {
  const said = await cli('status', county, '--json')
  expect(said).toMatchObject({ code: 0, stderr: '' })
  expect(said.stdout.trimEnd().split('\n')).toHaveLength(1)
  const bad = await cli('status', join(folder, 'none'), '--json')
  expect(bad).toMatchObject({ code: 3, stdout: '' })
  expect(bad.stderr).toMatch(/^workspace-missing: [^\n]+\n$/)
}, 60_000)
