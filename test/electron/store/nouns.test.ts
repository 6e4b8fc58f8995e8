import { describe, expect, it } from 'vitest'
import { appendAudit, lastEntryQuery, factChanges, originOf } from '../../../electron/store/audit.ts'
import { addBatchFile } from '../../../electron/store/batch-files.ts'
import { createBatch } from '../../../electron/store/batches.ts'
import { read, write } from '../../../electron/store/db.ts'
import { readExplanations, writeExplanation } from '../../../electron/store/explanations.ts'
import { changeFiling, createFiling, findFiling, listFilings, readFiling } from '../../../electron/store/filings.ts'
import { forgetUnusedOriginals, keepOriginal, readOriginal } from '../../../electron/store/originals.ts'
import { readRefused, writeRefused } from '../../../electron/store/refused.ts'
import { putScheme, readScheme } from '../../../electron/store/schemes.ts'
import { readScores, writeScore } from '../../../electron/store/scores.ts'
import { readSettings, writeSettings } from '../../../electron/store/settings.ts'
import { auditLines } from '../../builders/audit-lines.ts'
import { queryPlan } from '../../builders/query-plan.ts'
import { changeTaskVersion, countFilings, createTask, findTask, listTasks, readTask } from '../../../electron/store/tasks.ts'
import { NOT_APPLICABLE, type Fact } from '../../../shared/filing/facts.ts'
import { startTask, temporaryWorkspace, unitOf } from './workspace-helper.ts'

const NOW = '2021-09-01T04:00:00.000Z'

describe('settings', () => {
  it('are empty in a new workspace and change one by one', async () => {
    const { db } = await temporaryWorkspace()
    expect(read(db, readSettings)).toEqual({ unit: '', name: '', role: 'school', task: null, demo: false })
    write(db, (open) => writeSettings(open, { unit: '341524', role: 'county', task: 3, demo: true }))
    write(db, (open) => writeSettings(open, { name: '金寨县' }))
    expect(read(db, readSettings)).toEqual({ unit: '341524', name: '金寨县', role: 'county', task: 3, demo: true })
    write(db, (open) => writeSettings(open, { task: null, demo: false }))
    expect(read(db, readSettings)).toMatchObject({ task: null, demo: false })
  })
})

describe('schemes and tasks', () => {
  it('a scheme’s text is kept by version and can be replaced', async () => {
    const { db } = await temporaryWorkspace()
    write(db, (open) => {
      putScheme(open, { id: 'm', version: '2021.1', digest: 'a', text: '一' })
      putScheme(open, { id: 'm', version: '2021.2', digest: 'b', text: '二' })
      putScheme(open, { id: 'm', version: '2021.1', digest: 'c', text: '三' })
    })
    expect(read(db, (open) => readScheme(open, 'm', '2021.1'))).toEqual({ id: 'm', version: '2021.1', digest: 'c', text: '三' })
    expect(read(db, (open) => readScheme(open, 'm', '2021.2'))?.digest).toBe('b')
    expect(read(db, (open) => readScheme(open, 'm', '2020.1'))).toBeNull()
  })

  it('a scheme’s text is never older than its row, after a change, after one that fails, and with many versions', async () => {
    const { db } = await temporaryWorkspace()
    const put = (version: string, text: string) => write(db, (open) => putScheme(open, { id: 'm', version, digest: text, text }))
    const text = (version = '1') => read(db, (open) => readScheme(open, 'm', version))?.text
    expect(text()).toBeUndefined()
    put('1', '一')
    expect([text(), text()]).toEqual(['一', '一'])
    put('1', '二')
    expect(text()).toBe('二')
    const failing = (): void =>
      write(db, (open) => {
        putScheme(open, { id: 'm', version: '1', digest: '三', text: '三' })
        expect(readScheme(open, 'm', '1')?.text).toBe('三')
        throw new Error('no')
      })
    expect(failing).toThrow('no')
    expect(text()).toBe('二')
    const versions = Array.from({ length: 20 }, (_, index) => String(index + 1))
    for (const version of versions) put(version, `第 ${version} 版`)
    expect(versions.map((version) => text(version))).toEqual(versions.map((version) => `第 ${version} 版`))
  })

  it('a task is found by scheme and period and can move to another version', async () => {
    const workspace = await temporaryWorkspace()
    const task = startTask(workspace, [unitOf('S1')])
    write(workspace.db, (db) => {
      putScheme(db, { id: 'minsheng', version: '2021.2', digest: 'b', text: '二' })
      createTask(db, { scheme: 'minsheng', version: '2021.1', period: '2020' })
      changeTaskVersion(db, task.id, '2021.2')
    })
    read(workspace.db, (db) => {
      expect(findTask(db, 'minsheng', '2021')).toEqual({ ...task, version: '2021.2' })
      expect(readTask(db, task.id)?.version).toBe('2021.2')
      expect(findTask(db, 'minsheng', '2019')).toBeNull()
      expect(listTasks(db).map(({ period }) => period)).toEqual(['2021', '2020'])
      expect(countFilings(db, task.id)).toBe(0)
    })
  })
})

describe('a filing', () => {
  it('begins open and empty, and changes only in what is named', async () => {
    const workspace = await temporaryWorkspace()
    const task = startTask(workspace, [unitOf('S1'), unitOf('S2')])
    const filing = write(workspace.db, (db) => createFiling(db, task.id, 'S1'))
    expect(filing).toEqual({
      id: filing.id,
      task: task.id,
      unit: 'S1',
      status: 'open',
      revision: 0,
      head: '',
      statistician: '',
      filler: '',
      phone: '',
      reportedOn: null,
      signedAt: null,
      changedAt: null,
      digest: null,
      original: null,
      batch: null,
    })
    write(workspace.db, (db) =>
      changeFiling(db, filing.id, { status: 'signed', revision: 1, head: '张', reportedOn: '2021-09-01', signedAt: NOW, digest: 'd' }),
    )
    write(workspace.db, (db) => changeFiling(db, filing.id, { filler: '李' }))
    const expected = {
      ...filing,
      status: 'signed',
      revision: 1,
      head: '张',
      filler: '李',
      reportedOn: '2021-09-01',
      signedAt: NOW,
      digest: 'd',
    }
    read(workspace.db, (db) => {
      expect(readFiling(db, filing.id)).toEqual(expected)
      expect(findFiling(db, task.id, 'S1')).toEqual(expected)
      expect(findFiling(db, task.id, 'S2')).toBeNull()
      expect(listFilings(db, task.id)).toEqual([expected])
    })
  })

  it('keeps refused text as typed until it is corrected', async () => {
    const workspace = await temporaryWorkspace()
    const task = startTask(workspace, [unitOf('S1')])
    const { id } = write(workspace.db, (db) => createFiling(db, task.id, 'S1'))
    write(workspace.db, (db) => {
      writeRefused(db, id, 'MS03.01.1', '约三百')
      writeRefused(db, id, 'MS03.01.1', '约四百')
      writeRefused(db, id, 'MS03.02.1', '12.5人')
    })
    write(workspace.db, (db) => writeRefused(db, id, 'MS03.02.1', null))
    expect(read(workspace.db, (db) => Object.fromEntries(readRefused(db, id)))).toEqual({ 'MS03.01.1': '约四百' })
  })

  it('keeps each explanation with the value it explains', async () => {
    const workspace = await temporaryWorkspace()
    const task = startTask(workspace, [unitOf('S1')])
    const { id } = write(workspace.db, (db) => createFiling(db, task.id, 'S1'))
    write(workspace.db, (db) => {
      writeExplanation(db, id, 'MS03-9@MS03.02.1', { value: '320', text: '并校', at: NOW })
      writeExplanation(db, id, 'MS03-9@MS03.02.1', { value: '330', text: '两校合并', at: NOW })
      writeExplanation(db, id, 'MS03-9@MS03.02.2', { value: '1', text: '新建', at: NOW })
      writeExplanation(db, id, 'MS03-9@MS03.02.2', null)
    })
    expect(read(workspace.db, (db) => [...readExplanations(db, id)])).toEqual([
      ['MS03-9@MS03.02.1', { value: '330', text: '两校合并', at: NOW }],
    ])
  })
})

describe('originals', () => {
  it('are kept once, byte for byte, under the name they first came with', async () => {
    const { db } = await temporaryWorkspace()
    const bytes = new Uint8Array([0, 255, 1, 254])
    write(db, (open) => {
      keepOriginal(open, { sha256: 'aa', name: '一.xlsx', keptAt: NOW, bytes })
      keepOriginal(open, { sha256: 'aa', name: '二.xlsx', keptAt: NOW, bytes })
    })
    const original = read(db, (open) => readOriginal(open, 'aa'))
    expect({ ...original, bytes: [...(original?.bytes ?? [])] }).toEqual({
      sha256: 'aa',
      name: '一.xlsx',
      size: 4,
      keptAt: NOW,
      bytes: [0, 255, 1, 254],
    })
    expect(read(db, (open) => readOriginal(open, 'bb'))).toBeNull()
  })
})

describe('originals of a preview that was dropped', () => {
  it('go; those of a filing and of a batch that was dealt with stay', async () => {
    const workspace = await temporaryWorkspace()
    const task = startTask(workspace, [unitOf('S1')])
    write(workspace.db, (db) => {
      for (const sha256 of ['held', 'parked', 'dropped'])
        keepOriginal(db, { sha256, name: `${sha256}.xlsx`, keptAt: NOW, bytes: new Uint8Array([1]) })
      changeFiling(db, createFiling(db, task.id, 'S1').id, { original: 'held' })
      const batch = createBatch(db, { task: 1, at: NOW, by: '王' }).id
      addBatchFile(
        db,
        {
          batch,
          name: '停.xlsx',
          sha256: 'parked',
          verdict: 'conflict',
          unit: 'S1',
          revision: 1,
          draft: false,
          filing: null,
          taken: false,
          result: null,
          parked: null,
          facts: 0,
          errors: 0,
          queries: 0,
          problems: [],
          differences: [],
        },
        null,
      )
      expect(forgetUnusedOriginals(db, [])).toBe(1)
      expect(['held', 'parked', 'dropped'].map((sha256) => readOriginal(db, sha256) !== null)).toEqual([true, true, false])
    })
  })
})

describe('scores', () => {
  it('are written, changed and taken away by item', async () => {
    const workspace = await temporaryWorkspace()
    const task = startTask(workspace, [])
    write(workspace.db, (db) => {
      writeScore(db, task.id, '1', { points: 2_5000, reason: '缺一份文件', by: '王', at: NOW })
      writeScore(db, task.id, '2', { points: 1, reason: '', by: '王', at: NOW })
      writeScore(db, task.id, '1', { points: null, reason: '待定', by: '李', at: NOW })
      writeScore(db, task.id, '2', null)
    })
    expect(read(workspace.db, (db) => [...readScores(db, task.id)])).toEqual([['1', { points: null, reason: '待定', by: '李', at: NOW }]])
  })
})

describe('the audit trail', () => {
  it('tells every change, the latest first, of a task, a unit, a cell, page by page', async () => {
    const { db } = await temporaryWorkspace()
    write(db, (open) => {
      appendAudit(open, { at: NOW, by: '王', action: 'enter', task: 1, unit: 'S1', cell: 'MS03.01.1', before: null, after: '320' })
      appendAudit(open, { at: NOW, by: '李', action: 'enter', task: 1, unit: 'S1', cell: 'MS03.01.1', before: '320', after: '/' })
      appendAudit(open, {
        at: NOW,
        by: '县',
        action: 'receive',
        task: 1,
        unit: 'S2',
        detail: { batch: 7, changes: [['MS03.01.1', '1', null]] },
      })
      appendAudit(open, { at: NOW, by: '县', action: 'roster' })
    })
    read(db, (open) => {
      expect(auditLines(open).map(({ action }) => action)).toEqual(['roster', 'receive', 'enter', 'enter'])
      expect(
        auditLines(open)
          .filter(({ unit }) => unit === 'S1')
          .map(({ by, before, after }) => [by, before, after]),
      ).toEqual([
        ['李', '320', '/'],
        ['王', null, '320'],
      ])
      expect(auditLines(open).find(({ unit }) => unit === 'S2')?.detail).toEqual({ batch: 7, changes: [['MS03.01.1', '1', null]] })
      expect(originOf(open, { task: 1, unit: 'S1', batch: null }, 'MS03.01.1')).toEqual({ id: 2, at: NOW, by: '李' })
      expect(originOf(open, { task: 1, unit: 'S2', batch: 6 }, 'MS03.01.1')).toBeNull()
      expect(originOf(open, { task: 1, unit: 'S2', batch: 7 }, 'MS03.01.1')).toEqual({ id: 3, at: NOW, by: '县' })
    })
  })

  it('finds a cell’s history by its index', async () => {
    const { db } = await temporaryWorkspace()
    const plan = read(db, (open) => queryPlan(open, lastEntryQuery(1, 'S1', 'MS03.01.1')))
    expect(plan).toEqual(['SEARCH audit USING INDEX audit_by_unit (task=? AND unit=? AND cell=?)'])
  })

  it('spells what differs between two contents, blank apart from 0 and 不适用', () => {
    const before = new Map<string, Fact>([
      ['a', 0],
      ['b', NOT_APPLICABLE],
      ['c', '是'],
      ['d', 12_5000],
      ['same', 1],
    ])
    const after = new Map<string, Fact>([
      ['b', 0],
      ['c', '否'],
      ['d', NOT_APPLICABLE],
      ['e', -5000],
      ['same', 1],
    ])
    expect(factChanges(before, after)).toEqual([
      ['a', '0', null],
      ['b', '/', '0'],
      ['c', '是', '否'],
      ['d', '12.5', '/'],
      ['e', null, '-0.5'],
    ])
  })
})
