import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { levelsOf, needsUnits, type AskedLevels } from '../../../../electron/services/totals/levels.ts'
import { loadScheme } from '../../../../electron/services/scheme/schemes.ts'
import { makeWorkspace } from '../../../../electron/services/workspace/workspaces.ts'
import type { Session } from '../../../../electron/services/workspace/session.ts'
import { read, write } from '../../../../electron/store/db.ts'
import { replaceFacts } from '../../../../electron/store/facts.ts'
import { changeFiling, createFiling, type FilingStatus } from '../../../../electron/store/filings.ts'
import { putUnits } from '../../../../electron/store/units.ts'
import { parseScheme } from '../../../../shared/scheme/parse-scheme.ts'
import type { Grouping } from '../../../../shared/consolidation/grouping.ts'
import type { Scheme } from '../../../../shared/scheme/scheme.ts'
import { temporaryFolder } from '../../store/workspace-helper.ts'

function schemeWith(more: string): Scheme {
  const parsed = parseScheme(
    `scheme: small\nversion: '1'\ntitle: 小方案\nperiod: year\nunits: { school: kind = 小学 }
tables:
  - code: T
    title: 学生
    filed-by: school
    columns: [{ code: '1', title: 人数 }]
    rows: [{ code: '01', title: 在校生 }]
${more}`,
    'small.yaml',
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.scheme
}

const across = 'MAXU([T.01.1]) <= 2000'

describe('the units themselves are read for a county', () => {
  test.each([
    [
      'when a score counts them',
      `evaluation:\n  full: 10\n  items: [{ code: '1', title: 规模, points: 10, items: [{ code: '1-1', title: 最大, points: 10, score: 'IF(${across}, 10, 0)' }] }]`,
      true,
    ],
    [
      'when a veto looks at them',
      `evaluation:\n  full: 10\n  items: [{ code: '1', title: 规模, points: 10, score: manual }]\n  vetoes: [{ code: V1, text: 超大规模学校, when: 'MAXU([T.01.1]) > 2000', effect: 不合格 }]`,
      true,
    ],
    ['when a check of totals does', `checks: [{ id: C1, level: error, at: county, rule: '${across}', because: 学校不应过大 }]`, true],
    ['when an indicator does', `indicators: [{ code: 最大, formula: 'MAXU([T.01.1])' }]`, true],
    ['and not otherwise', `indicators: [{ code: 人数, formula: '[T.01.1]' }]`, false],
  ])('%s', (_when, more, needed) => {
    expect(needsUnits(schemeWith(more))).toBe(needed)
  })
})

describe('the totals of a grouping', () => {
  test.each<[by: Grouping, totals: [title: string, filed: string, students: number, heated: unknown][]]>([
    ['county', [['某县教育局', '3/4', 600, '是 2；否 1']]],
    [
      'township',
      [
        ['东镇', '2/2', 400, '是 2'],
        ['西镇', '1/2', 200, '否 1'],
      ],
    ],
    [
      'kind',
      [
        ['小学', '2/3', 300, '是 1；否 1'],
        ['初中', '1/1', 300, '是 1'],
      ],
    ],
    [
      'class',
      [
        ['城区', '2/2', 400, '是 2'],
        ['乡村', '1/2', 200, '否 1'],
      ],
    ],
    [
      'unit',
      [
        ['甲校', '1/1', 100, '是 1'],
        ['乙校', '1/1', 200, '否 1'],
        ['丙校', '1/1', 300, '是 1'],
        ['丁校', '0/1', NaN, undefined],
      ],
    ],
  ])('by %s leave drafts out, and each group read by itself has the same', async (by, totals) => {
    const session = await countyOfFour()
    expect(shown(session, { by, acrossUnits: false })).toEqual(totals)
    const keys = read(session.workspace.db, (db) => levelsOf(session, db, { by, acrossUnits: false }).map(({ group }) => group.key))
    expect(keys.flatMap((group) => shown(session, { by, group, acrossUnits: false }))).toEqual(totals)
    expect(shown(session, { by, group: '没有的', acrossUnits: false })).toEqual([])
  })

  test('hand each filing to a visitor on the way: in roster order, a draft as well', async () => {
    const session = await countyOfFour()
    const visited: unknown[] = []
    read(session.workspace.db, (db) =>
      levelsOf(session, db, { by: 'county', acrossUnits: true }, ({ unit, filing, facts, source }) => {
        visited.push([unit.code, filing.status, facts.get('T.01.1'), source.computed.get('T.02.1')])
      }),
    )
    expect(visited).toEqual([
      ['S1', 'received', 100_0000, 200_0000],
      ['S2', 'signed', 200_0000, 400_0000],
      ['S3', 'returned', 300_0000, 600_0000],
      ['S4', 'open', 400_0000, 800_0000],
    ])
  })
})

/** A county of four schools in two townships, the last with a draft, and the office, which files no table. */
async function countyOfFour(): Promise<Session> {
  const scheme = loadScheme(
    `scheme: four\nversion: '1'\ntitle: 小方案\nperiod: year\nunits: { school: 'kind = "小学" or kind = "初中"' }
tables:
  - code: T
    title: 学生
    filed-by: school
    columns: [{ code: '1', title: 数 }]
    rows: [{ code: '01', title: 在校生 }, { code: '02', title: 加倍, formula: '[01] * 2' }, { code: '03', title: 供暖, type: choice, choices: [是, 否], aggregate: count }]
`,
    'four.yaml',
  )
  const office = { code: 'K1', name: '某县教育局', kind: '教育局', township: '', class: '', parent: '' }
  const path = join(temporaryFolder(), 'four.xiaotong')
  const session = await makeWorkspace(
    { path, role: 'county', scheme, period: '2021', unit: office },
    () => new Date('2021-12-09T00:00:00Z'),
  )
  onTestFinished(() => session.workspace.close())
  const statuses: FilingStatus[] = ['received', 'signed', 'returned', 'open']
  write(session.workspace.db, (db) => {
    for (const [index, status] of statuses.entries()) {
      const [code, name] = [`S${index + 1}`, `${'甲乙丙丁'[index]}校`]
      const east = index % 2 === 0
      putUnits(db, [
        { code, name, kind: index === 2 ? '初中' : '小学', township: east ? '东镇' : '西镇', class: east ? '111' : '220', parent: '' },
      ])
      const filing = createFiling(db, session.task.id, code)
      replaceFacts(
        db,
        filing.id,
        new Map<string, string | number>([
          ['T.01.1', (index + 1) * 100_0000],
          ['T.03.1', east ? '是' : '否'],
        ]),
      )
      changeFiling(db, filing.id, { status })
    }
    putUnits(db, [office])
  })
  return session
}

function shown(session: Session, asked: AskedLevels): unknown[] {
  return read(session.workspace.db, (db) =>
    levelsOf(session, db, asked).map(({ group, filed, expected, facts }) => [
      group.title,
      `${filed}/${expected}`,
      Number(facts.get('T.01.1')) / 10_000,
      facts.get('T.03.1'),
    ]),
  )
}
