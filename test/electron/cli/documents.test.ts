import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { verdicts } from '../../../shared/receive/verdicts.ts'
import { unitWith } from '../../../shared/unit/unit.ts'
import { emptyCounty } from '../../builders/county.ts'
import { demoReturn, demoUnits } from '../../builders/returns.ts'
import { cli, temporaryFolder } from '../../builders/run-cli.ts'
import { json, say } from './run-in-process.ts'

/** The JSON document of every command (docs/command-line.md: Documents): exactly these keys, numbers as decimal strings. */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const [first = '', second = ''] = demoUnits('小学')
const [office = ''] = demoUnits('教育局')
let county = ''
const returns = join(folder, 'returns')

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/)
const cell = z.string().regex(/^[^.]+\.[^.]+\.[^.]+$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const fact = z.union([z.string(), z.null(), z.strictObject({ na: z.literal(true) })])

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

describe('receiving and adding up', () => {
  test('receive --dry-run, receive, status, undo', async () => {
    expect(receipt.parse(await json(['receive', county, returns, '--dry-run'], 1))).toMatchObject({ committed: 0, parked: 1 })
    const received = receipt.parse(await json(['receive', county, returns], 1))
    expect(received).toMatchObject({ committed: 2, parked: 1 })
    const status = z.strictObject({
      expected: z.int(),
      filed: z.int(),
      byTownship: z.array(z.strictObject({ township: z.string(), expected: z.int(), filed: z.int() })),
      missing: z.array(z.object({ code: z.string(), name: z.string() })),
    })
    expect(status.parse(await json(['status', county]))).toMatchObject({ expected: 3, filed: 2, missing: [{ code: second }] })
    expect(await json(['undo', county, String(received.batch)])).toEqual({ batch: received.batch, restored: 2 })
    expect((await say('undo', county, String(received.batch), '--json')).stderr).toMatch(/^batch-closed: /)
    await json(['receive', county, returns], 1)
  }, 60_000)

  test('consolidate by each grouping; figures are decimal strings', async () => {
    const shape = z.strictObject({
      scheme: z.literal('minsheng'),
      period: z.literal('2021'),
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
      .strictObject({ groups: z.array(z.strictObject({ ...head, indicators: z.record(z.string(), indicator) })) })
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

describe('one school', () => {
  test('schemes, scheme check', async () => {
    const found = z
      .array(
        z.strictObject({
          id: z.string(),
          version: z.string(),
          title: z.string(),
          tables: z.array(z.strictObject({ code: z.string(), title: z.string(), kind: z.enum(['grid', 'list']) })),
          indicators: z.array(z.strictObject({ code: z.string(), unit: z.string() })),
        }),
      )
      .parse(await json(['schemes']))
    expect(found.map((one) => one.id)).toContain('minsheng')
    const sound = join(import.meta.dirname, '../../../shared/schemes/minsheng.yaml')
    expect(await json(['scheme', 'check', sound])).toEqual({ ok: true, problems: [] })
    const broken = join(folder, 'broken.yaml')
    writeFileSync(broken, readFileSync(sound, 'utf8').replace("rule: '[.4] <= [.3]'", "rule: '[.4] <= [.33]'"))
    const said = z
      .strictObject({
        ok: z.literal(false),
        problems: z.array(z.strictObject({ line: z.int().min(1), column: z.int().min(1), code: z.string(), message: z.string() })),
      })
      .parse(await json(['scheme', 'check', broken], 1))
    const line =
      readFileSync(broken, 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('[.33]')) + 1
    expect(said.problems[0]?.line).toBe(line)
  }, 60_000)

  test('init, set, facts, check, sign, export, verify, backup', async () => {
    const school = join(folder, 'school.xiaotong')
    expect(await json(['init', school, '--scheme', 'minsheng', '--period', '2021', '--unit', first, '--name', '甲村小学'])).toEqual({
      workspace: school,
      unit: first,
      schemes: ['minsheng'],
    })
    const set = z.strictObject({
      set: z.int(),
      refused: z.array(z.strictObject({ cell: z.string(), value: z.string(), code: z.string(), message: z.string() })),
    })
    expect(
      set.parse(
        await json(
          [
            'set',
            school,
            '--unit',
            first,
            'MS00.03.1=1',
            'MS00.03.2=6',
            'MS00.03.3=240',
            'MS00.03.7=20',
            'MS00.03.8=20',
            'MS00.03.5=/',
            'MS02.01.2=16.5',
            'MS00.03.4=many',
          ],
          1,
        ),
      ),
    ).toMatchObject({ set: 7, refused: [{ cell: 'MS00.03.4', value: 'many', code: 'not-a-number' }] })
    await json(['set', school, '--unit', first, 'MS00.03.4='])

    // The document of `facts` goes into another workspace by `set --from`, with the same result.
    const facts = z
      .strictObject({
        facts: z.record(cell, fact),
        lists: z.record(z.string(), z.array(z.record(z.string(), fact))),
        explanations: z.record(z.string(), z.string()),
      })
      .parse(await json(['facts', school, '--unit', first]))
    expect(facts.facts).toMatchObject({ 'MS00.03.3': '240', 'MS02.01.2': '16.5', 'MS00.03.5': { na: true } })
    const file = join(folder, 'facts.json')
    writeFileSync(file, JSON.stringify(facts))
    const copy = join(folder, 'copy.xiaotong')
    await json(['init', copy, '--scheme', 'minsheng', '--period', '2021', '--unit', first, '--name', '甲村小学'])
    expect(await json(['set', copy, '--unit', first, '--from', file])).toEqual({ set: 7, refused: [] })
    expect(await json(['facts', copy, '--unit', first])).toEqual(facts)

    const finding = z.array(
      z.object({
        unit: z.literal(first),
        check: z.string(),
        level: z.enum(['error', 'query']),
        cells: z.array(cell),
        message: z.string(),
        explained: z.boolean(),
      }),
    )
    expect(finding.parse(await json(['check', school, '--unit', first]))).toEqual([])
    await json(['set', school, '--unit', first, 'MS00.03.4=241'])
    expect(finding.parse(await json(['check', school], 1))).toMatchObject([{ check: 'MS00-1', level: 'error' }])
    expect(((await json(['check', school, '--lang', 'en'], 1)) as { message: string }[])[0]?.message).toMatch(/should not exceed/)
    await json(['set', school, '--unit', first, 'MS00.03.4=120'])

    expect(
      z
        .strictObject({ unit: z.literal(first), revision: z.literal(1), digest: z.string().regex(/^[0-9a-f]{8}$/) })
        .safeParse(await json(['sign', school, '--unit', first, '--filler', '李四', '--head', '张三'])).success,
    ).toBe(true)
    const out = join(folder, 'out', 'x.xlsx')
    const exported = z.strictObject({ files: z.array(z.strictObject({ file: z.string(), unit: z.string(), sha256 })) })
    const { files } = exported.parse(await json(['export', school, '--unit', first, '--out', out]))
    expect(files).toMatchObject([{ file: out, unit: first }])
    // The same filing gives the same bytes.
    expect(exported.parse(await json(['export', school, '--unit', first, '--out', join(folder, 'again.xlsx')])).files[0]?.sha256).toBe(
      files[0]?.sha256,
    )
    expect(await json(['verify', school])).toEqual({ ok: true, filings: 1, originals: 0, found: [] })
    const backup = (await json(['backup', school])) as { ok: boolean; file: string }
    expect(backup.ok && existsSync(backup.file)).toBe(true)
    expect(await json(['roster', school])).toEqual([unitWith({ code: first, name: '甲村小学', kind: '小学' })])
  }, 60_000)
})

test('in a process of its own: one document on stdout, and nothing else anywhere', async () => {
  const said = await cli('status', county, '--json')
  expect(said).toMatchObject({ code: 0, stderr: '' })
  expect(said.stdout.trimEnd().split('\n')).toHaveLength(1)
  const bad = await cli('status', join(folder, 'none'), '--json')
  expect(bad).toMatchObject({ code: 3, stdout: '' })
  expect(bad.stderr).toMatch(/^workspace-missing: [^\n]+\n$/)
}, 60_000)
