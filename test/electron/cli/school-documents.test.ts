import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { unitWith } from '../../../shared/unit/unit.ts'
import { demoUnits } from '../../builders/returns.ts'
import { temporaryFolder } from '../../builders/run-cli.ts'
import { cell, fact, sha256, task } from './document-shapes.ts'
import { json } from './run-in-process.ts'

/** The JSON documents of schemes and of a school's commands (docs/command-line.md: Documents): exactly these keys. */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const [first = ''] = demoUnits('小学')

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
    task,
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
      task,
    })
    .parse(await json(['facts', school, '--unit', first]))
  expect(facts.facts).toMatchObject({ 'MS00.03.3': '240', 'MS02.01.2': '16.5', 'MS00.03.5': { na: true } })
  const file = join(folder, 'facts.json')
  writeFileSync(file, JSON.stringify(facts))
  const copy = join(folder, 'copy.xiaotong')
  await json(['init', copy, '--scheme', 'minsheng', '--period', '2021', '--unit', first, '--name', '甲村小学'])
  expect(await json(['set', copy, '--unit', first, '--from', file])).toEqual({ set: 7, refused: [], task: 'minsheng.2021' })
  expect(await json(['facts', copy, '--unit', first])).toEqual(facts)

  const finding = z.array(
    z.object({
      unit: z.literal(first),
      check: z.string(),
      level: z.enum(['error', 'query']),
      cells: z.array(cell),
      message: z.string(),
      explained: z.boolean(),
      task,
    }),
  )
  expect(finding.parse(await json(['check', school, '--unit', first]))).toEqual([])
  await json(['set', school, '--unit', first, 'MS00.03.4=241'])
  expect(finding.parse(await json(['check', school], 1))).toMatchObject([{ check: 'MS00-1', level: 'error' }])
  expect(((await json(['check', school, '--lang', 'en'], 1)) as { message: string }[])[0]?.message).toMatch(/should not exceed/)
  await json(['set', school, '--unit', first, 'MS00.03.4=120'])

  expect(
    z
      .strictObject({ task, unit: z.literal(first), revision: z.literal(1), digest: z.string().regex(/^[0-9a-f]{8}$/) })
      .safeParse(await json(['sign', school, '--unit', first, '--filler', '李四', '--head', '张三'])).success,
  ).toBe(true)
  const out = join(folder, 'out', 'x.xlsx')
  const exported = z.strictObject({ task, files: z.array(z.strictObject({ file: z.string(), unit: z.string(), sha256 })) })
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
