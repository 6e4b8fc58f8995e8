import { describe, expect, it } from 'vitest'
import { read, type ReadableDb } from '../../../electron/store/db.ts'
import { handleOf } from '../../../electron/store/db.ts'
import { listFilings, type FilingStatus } from '../../../electron/store/filings.ts'
import type { Workspace } from '../../../electron/store/open.ts'
import { readPacked } from '../../../electron/store/packs.ts'
import { queryPlan } from '../../builders/query-plan.ts'
import { sql } from '../../../electron/store/sql.ts'
import { startSums, type FilingSums } from '../../../electron/store/sums.ts'
import { listUnits } from '../../../electron/store/units.ts'
import type { Unit } from '../../../shared/unit/unit.ts'
import { NOT_APPLICABLE, type Fact } from '../../../shared/filing/facts.ts'
import { file, startTask, temporaryWorkspace, unitOf } from './workspace-helper.ts'

const A = 'MS03.02.1'
const B = 'MS03.04.1'

/** The filings of a task that a sum takes, by status. */
type Counting = { task: number; statuses: readonly FilingStatus[] }

async function county(): Promise<{ workspace: Workspace; counting: Counting }> {
  const workspace = await temporaryWorkspace()
  const task = startTask(workspace, [
    unitOf('S1', { township: '梅山镇', kind: '小学', class: '121' }),
    unitOf('S2', { township: '麻埠镇', kind: '小学', class: '220' }),
    unitOf('S3', { township: '梅山镇', kind: '初中', class: '220' }),
    unitOf('S4', { township: '麻埠镇', kind: '小学', class: '220' }),
    unitOf('K1', { township: '梅山镇', kind: '教育局', class: '121' }),
  ])
  file(workspace, task, 'S1', { [A]: 100_0000, [B]: '是' })
  file(workspace, task, 'S2', { [A]: 0, [B]: '否' }, 'signed')
  file(workspace, task, 'S3', { [A]: NOT_APPLICABLE, [B]: '是' })
  file(workspace, task, 'S4', { [A]: 999_0000, [B]: '是' }, 'open')
  file(workspace, task, 'K1', { 'MS04.1.人次': 7_5000 }, 'open')
  return { workspace, counting: { task: task.id, statuses: ['signed', 'received'] } }
}

/** The sums of the counted filings by the group that `groupOf` gives for a unit, sorted by group name. */
function added(db: ReadableDb, { task, statuses }: Counting, groupOf: (unit: Unit) => string): [group: string, sums: FilingSums][] {
  const groups = new Map<string, FilingSums>()
  const filings = new Map(listFilings(db, task).map((filing) => [filing.unit, filing]))
  for (const unit of listUnits(db)) {
    const filing = filings.get(unit.code)
    if (filing === undefined || !statuses.includes(filing.status)) continue
    const group = groups.get(groupOf(unit)) ?? startSums(db)
    groups.set(groupOf(unit), group)
    const { pack } = readPacked(db, filing.id)
    group.addNumbers(pack)
    group.addTexts(pack)
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

function sums(workspace: Workspace, counting: Counting, groupOf: (unit: Unit) => string): unknown[] {
  return read(workspace.db, (db) =>
    added(db, counting, groupOf).flatMap(([group, held]) =>
      held.numbers().map(({ cell, sum, count, min, max }) => [group, cell, sum, count, min, max]),
    ),
  )
}

describe('totals', () => {
  it('add up the filings that count; 不适用 and text add nothing, 0 is a number, an open filing is left out', async () => {
    const { workspace, counting } = await county()
    expect(sums(workspace, counting, () => '')).toEqual([['', A, 100_0000, 2, 0, 100_0000]])
  })

  it('are made for each township, kind, class and unit; a group without any number has no total', async () => {
    const { workspace, counting } = await county()
    expect(sums(workspace, counting, (unit) => unit.township)).toEqual([
      ['梅山镇', A, 100_0000, 1, 100_0000, 100_0000],
      ['麻埠镇', A, 0, 1, 0, 0],
    ])
    expect(sums(workspace, counting, (unit) => unit.kind)).toEqual([['小学', A, 100_0000, 2, 0, 100_0000]])
    expect(sums(workspace, counting, (unit) => unit.class)).toEqual([
      ['121', A, 100_0000, 1, 100_0000, 100_0000],
      ['220', A, 0, 1, 0, 0],
    ])
    expect(sums(workspace, counting, (unit) => unit.code)).toEqual([
      ['S1', A, 100_0000, 1, 100_0000, 100_0000],
      ['S2', A, 0, 1, 0, 0],
    ])
  })

  it('are exact beyond 2^53, and small again when the large cancel out', async () => {
    const workspace = await temporaryWorkspace()
    const units = Array.from({ length: 40 }, (_, index) => `S${index + 10}`)
    const task = startTask(
      workspace,
      units.map((code) => unitOf(code)),
    )
    const counting: Counting = { task: task.id, statuses: ['received'] }
    const large = Number.MAX_SAFE_INTEGER
    units.forEach((code, index) =>
      file(workspace, task, code, { [A]: large - index, [B]: index % 2 === 0 ? large - index : 1 - large, C: -1 }),
    )
    const expected = units.reduce((sum, _, index) => sum + BigInt(large - index), 0n)
    const cancelled = units.reduce((sum, _, index) => sum + BigInt(index % 2 === 0 ? large - index : 1 - large), 0n)
    const [first, second, third] = read(workspace.db, (db) => added(db, counting, () => '')[0]?.[1].numbers() ?? [])
    expect(first).toMatchObject({ sum: expected, count: 40, max: large, min: large - 39 })
    expect(second?.sum).toBe(Number(cancelled))
    expect(third?.sum).toBe(-40)
  })

  it('agree with one GROUP BY over the fact rows', async () => {
    const workspace = await temporaryWorkspace()
    const units = Array.from({ length: 30 }, (_, index) =>
      unitOf(`S${index + 10}`, { township: `第${index % 4}乡`, kind: index % 3 === 0 ? '初中' : '小学' }),
    )
    const task = startTask(workspace, units)
    const statuses = ['received', 'signed', 'open', 'returned'] as const
    units.forEach(({ code }, unit) => {
      const facts: Record<string, Fact> = {}
      for (let cell = 1; cell <= 120; cell += 1) {
        const seed = (unit * 7919 + cell * 104_729) % 1000
        if (seed % 11 !== 0) facts[`MS03.${cell}.1`] = seed % 13 === 0 ? NOT_APPLICABLE : seed % 17 === 0 ? '是' : (seed - 500) * 1_000_003
      }
      file(workspace, task, code, facts, statuses[unit % 4])
    })
    const counting: Counting = { task: task.id, statuses: ['signed', 'received'] }
    for (const by of ['township', 'kind'] as const) {
      const rows = handleOf(workspace.db)
        .prepare(
          `SELECT unit.${by}, cell.ref, SUM(value), COUNT(*), MIN(value), MAX(value) FROM fact JOIN filing ON filing.id = fact.filing
           JOIN unit ON unit.code = filing.unit JOIN cell ON cell.id = fact.cell
           WHERE typeof(value) = 'integer' AND filing.status IN ('signed', 'received') GROUP BY unit.${by}, cell.id`,
        )
        .raw()
        .all()
      expect(rows.length).toBeGreaterThan(200)
      expect(sums(workspace, counting, (unit) => unit[by])).toEqual(rows)
    }
  })
})

describe('texts', () => {
  it('are counted per group, each with the filings that hold it', async () => {
    const { workspace, counting } = await county()
    const counted = (groupOf: (unit: Unit) => string): unknown[] =>
      read(workspace.db, (db) =>
        added(db, counting, groupOf).map(([group, held]) => [group, held.texts().map(({ cell, text, count }) => [cell, text, count])]),
      )
    expect(counted(() => '')).toEqual([
      [
        '',
        [
          [B, '是', 2],
          [B, '否', 1],
        ],
      ],
    ])
    expect(counted((unit) => unit.township)).toEqual([
      ['梅山镇', [[B, '是', 2]]],
      ['麻埠镇', [[B, '否', 1]]],
    ])
  })
})

describe('one reading of a filing', () => {
  it('gives all its facts, unpacked at most once; a filing without facts is empty', async () => {
    const { workspace, counting } = await county()
    read(workspace.db, (db) => {
      const [first] = listFilings(db, counting.task).filter(({ unit }) => unit === 'S1')
      const { facts } = readPacked(db, first?.id ?? 0)
      expect(Object.fromEntries(facts())).toEqual({ [A]: 100_0000, [B]: '是' })
      expect(facts()).toBe(facts())
      const none = readPacked(db, 999)
      expect([none.pack, none.facts().size]).toEqual([null, 0])
    })
  })
})

describe('the plans of the hot queries', () => {
  it('reach facts, packs and filings by their keys and scan no table of facts', async () => {
    const { workspace } = await county()
    const plan = (query: ReturnType<typeof sql>): string => read(workspace.db, (db) => queryPlan(db, query)).join('\n')
    expect(plan(sql`SELECT cell, value FROM fact WHERE filing = ${1} ORDER BY cell`)).toBe('SEARCH fact USING PRIMARY KEY (filing=?)')
    expect(plan(sql`SELECT cells, numbers, texts FROM pack WHERE filing = ${1}`)).toBe('SEARCH pack USING INTEGER PRIMARY KEY (rowid=?)')
  })
})
