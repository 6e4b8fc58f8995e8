import { describe, expect, it } from 'vitest'
import { addBatchFile, listBatchFiles, readBefore, type KeptBatchFile } from '../../../electron/store/batch-files.ts'
import { run, sql } from '../../../electron/store/sql.ts'
import { createBatch, listBatches, readBatch, supersededUnits } from '../../../electron/store/batches.ts'
import { read, write } from '../../../electron/store/db.ts'
import { writeExplanation } from '../../../electron/store/explanations.ts'
import { applyContent, captureContent, contentFromJson, contentToJson } from '../../../electron/store/filing-content.ts'
import { changeFiling, createFiling, deleteFiling } from '../../../electron/store/filings.ts'
import { replaceRemarks } from '../../../electron/store/remarks.ts'
import { writeHandedOver } from '../../../electron/store/handed-over.ts'
import { writeRefused } from '../../../electron/store/refused.ts'
import { NOT_APPLICABLE, type Fact } from '../../../shared/filing/facts.ts'
import { problem } from '../../../shared/problem.ts'
import { file, startTask, temporaryWorkspace, unitOf } from './workspace-helper.ts'

const NOW = '2021-09-01T04:00:00.000Z'

function fileOf(batch: number, rest: Partial<KeptBatchFile> = {}): Omit<KeptBatchFile, 'position'> {
  return {
    batch,
    name: '一小.xlsx',
    sha256: 'a'.repeat(64),
    verdict: 'new',
    unit: 'S1',
    revision: 1,
    draft: false,
    filing: null,
    taken: true,
    result: null,
    parked: null,
    facts: 3,
    errors: 0,
    queries: 1,
    problems: [],
    differences: [],
    ...rest,
  }
}

describe('a batch', () => {
  it('keeps its files in order with verdict, problems and differences', async () => {
    const workspace = await temporaryWorkspace()
    startTask(workspace, [unitOf('S1')])
    const unreadable = fileOf(1, {
      name: '坏.xlsx',
      verdict: 'unreadable',
      unit: null,
      revision: null,
      taken: false,
      parked: problem('file-password', {}),
      problems: [
        {
          sheet: '营养',
          cell: 'D12',
          found: '约三百',
          expected: '整数',
          problem: problem('not-a-number', { found: '约三百', whole: true }),
        },
      ],
      differences: [{ cell: 'MS03.02.1', held: '320', incoming: { na: true } }],
    })
    const { id } = write(workspace.db, (db) => {
      const batch = createBatch(db, { task: 1, at: NOW, by: '王' })
      addBatchFile(db, fileOf(batch.id), null)
      addBatchFile(db, unreadable, null)
      return batch
    })
    read(workspace.db, (db) => {
      expect(listBatchFiles(db, id)).toEqual([
        { ...fileOf(id), position: 1 },
        { ...unreadable, position: 2 },
      ])
      expect(listBatches(db, 1)).toEqual([{ id, task: 1, at: NOW, by: '王', state: 'open', taken: 1, parked: 1 }])
      expect(readBatch(db, 1, 99)).toBeNull()
    })
  })

  it('without files counts none', async () => {
    const workspace = await temporaryWorkspace()
    const { db } = workspace
    const task = startTask(workspace, []).id
    write(db, (open) => createBatch(open, { task, at: NOW, by: '王' }))
    expect(read(db, (open) => listBatches(open, task))).toEqual([{ id: 1, task, at: NOW, by: '王', state: 'open', taken: 0, parked: 0 }])
  })

  it('a batch is seen in its own task, one that does not say its task in all', async () => {
    const workspace = await temporaryWorkspace()
    const [one, other] = [startTask(workspace, [], '2021').id, startTask(workspace, [], '2022').id]
    write(workspace.db, (db) => createBatch(db, { task: one, at: NOW, by: '王' }))
    write(workspace.db, (db) => run(db, sql`INSERT INTO batch (at, by, state, label) VALUES (${NOW}, '王', 'committed', '')`))
    const seen = (task: number): number[] => read(workspace.db, (db) => listBatches(db, task)).map(({ id }) => id)
    expect([seen(one), seen(other)]).toEqual([[2, 1], [2]])
    expect(read(workspace.db, (db) => [readBatch(db, other, 1), readBatch(db, other, 2)?.id])).toEqual([null, 2])
  })

  it('numbers are never used again, even when the newest filing was taken away', async () => {
    const workspace = await temporaryWorkspace()
    const task = startTask(workspace, [unitOf('S1')])
    const first = write(workspace.db, (db) => createFiling(db, task.id, 'S1').id)
    write(workspace.db, (db) => deleteFiling(db, first))
    expect(write(workspace.db, (db) => createFiling(db, task.id, 'S1').id)).toBeGreaterThan(first)
  })
})

describe('taking a batch back', () => {
  it('brings back header, facts, refused texts, explanations, remarks and what was handed over exactly as they were', async () => {
    const workspace = await temporaryWorkspace()
    const task = startTask(workspace, [unitOf('S1')])
    const { id: filing } = file(
      workspace,
      task,
      'S1',
      { 'MS03.01.1': 0, 'MS03.02.1': '=文字', 'MS03.03.1': NOT_APPLICABLE, 'MS03.04.1': -12_3456 },
      'signed',
    )
    const batch = write(workspace.db, (db) => {
      writeRefused(db, filing, 'MS03.05.1', '约三百')
      writeExplanation(db, filing, 'C@MS03.01.1', { value: '0', text: '停办', at: NOW })
      replaceRemarks(db, filing, new Map([['MS03.01.1', '【须改正】…']]))
      writeHandedOver(
        db,
        filing,
        new Map<string, Fact>([
          ['MS03.01.1', 7],
          ['MS03.02.1', '文'],
          ['MS03.03.1', NOT_APPLICABLE],
        ]),
      )
      changeFiling(db, filing, { head: '张', reportedOn: '2021-09-01', changedAt: NOW, digest: 'd' })
      return createBatch(db, { task: 1, at: NOW, by: '王' }).id
    })
    const before = read(workspace.db, (db) => captureContent(db, filing))
    write(workspace.db, (db) => {
      addBatchFile(db, fileOf(batch, { filing }), before)
      applyContent(db, filing, {
        header: { ...before.header, status: 'received', revision: 2, batch },
        facts: new Map([
          ['MS03.01.1', 7],
          ['MS03.09.1', 8],
        ]),
        refused: new Map(),
        explanations: new Map(),
        handedOver: null,
        remarks: new Map(),
      })
    })
    expect(read(workspace.db, (db) => captureContent(db, filing))).not.toEqual(before)
    write(workspace.db, (db) => {
      const kept = readBefore(db, batch, 1)
      if (kept !== null) applyContent(db, filing, kept)
    })
    expect(read(workspace.db, (db) => captureContent(db, filing))).toEqual(before)
    expect(contentFromJson(contentToJson(before))).toEqual(before)
  })

  it('takes a filing away that was new, and the batch still tells which file it was', async () => {
    const workspace = await temporaryWorkspace()
    const task = startTask(workspace, [unitOf('S1')])
    const { id: filing } = file(workspace, task, 'S1', { 'MS03.01.1': 1 })
    const batch = write(workspace.db, (db) => createBatch(db, { task: 1, at: NOW, by: '王' }).id)
    write(workspace.db, (db) => addBatchFile(db, fileOf(batch, { filing }), null))
    expect(read(workspace.db, (db) => readBefore(db, batch, 1))).toBeNull()
    write(workspace.db, (db) => deleteFiling(db, filing))
    expect(read(workspace.db, (db) => listBatchFiles(db, batch))).toEqual([{ ...fileOf(batch), position: 1 }])
  })

  it('is told which units a later batch has since replaced', async () => {
    const workspace = await temporaryWorkspace()
    const task = startTask(workspace, [unitOf('S1'), unitOf('S2'), unitOf('S3')])
    const ids = ['S1', 'S2', 'S3'].map((unit) => file(workspace, task, unit, {}).id)
    const [first, second] = write(workspace.db, (db) => {
      const batches = [createBatch(db, { task: 1, at: NOW, by: '王' }).id, createBatch(db, { task: 1, at: NOW, by: '王' }).id] as const
      ids.forEach((filing, index) => {
        changeFiling(db, filing, { batch: batches[0] })
        addBatchFile(db, fileOf(batches[0], { filing, unit: `S${index + 1}`, taken: index < 2 }), null)
      })
      changeFiling(db, ids[1] ?? 0, { batch: batches[1] })
      return batches
    })
    expect(read(workspace.db, (db) => [supersededUnits(db, first), supersededUnits(db, second)])).toEqual([['S2'], []])
  })
})
