import { describe, expect, it } from 'vitest'
import { handleOf, read, write } from '../../../electron/store/db.ts'
import { readFacts, replaceFacts, writeFact } from '../../../electron/store/facts.ts'
import { cellDictionary } from '../../../electron/store/cells.ts'
import { createFiling, deleteFiling } from '../../../electron/store/filings.ts'
import { readPack, factsOfPack } from '../../../electron/store/packs.ts'
import type { Workspace } from '../../../electron/store/open.ts'
import { NOT_APPLICABLE, type Fact } from '../../../shared/filing/facts.ts'
import { startTask, temporaryWorkspace, unitOf } from './workspace-helper.ts'

async function emptyFiling(): Promise<{ workspace: Workspace; filing: number }> {
  const workspace = await temporaryWorkspace()
  const task = startTask(workspace, [unitOf('S1')])
  return { workspace, filing: write(workspace.db, (db) => createFiling(db, task.id, 'S1').id) }
}

function held(workspace: Workspace, filing: number): Record<string, Fact> {
  return Object.fromEntries(read(workspace.db, (db) => readFacts(db, filing)))
}

/** A filing's facts, read from its pack. */
function packed(workspace: Workspace, filing: number): Record<string, Fact> {
  return read(workspace.db, (db) => {
    const pack = readPack(db, filing)
    return pack === null ? {} : Object.fromEntries(factsOfPack(pack, cellDictionary(db)))
  })
}

const everyKind: Record<string, Fact> = {
  'MS03.01.1': 320_0000,
  'MS03.01.2': 0,
  'MS03.02.1': -12_5000,
  'MS03.03.1': NOT_APPLICABLE,
  'MS03.04.1': '是',
  'MS03.05.1': '=1+1',
  'MS03.06.1': '00125',
  'MS03.07.1': '2021-09-01',
  'MS03.08.1': '',
  'MS03.09.1': Number.MAX_SAFE_INTEGER,
  'MS03.10.1': Number.MIN_SAFE_INTEGER,
}

describe('the facts of a filing', () => {
  it('come back as they were put in: numbers exactly, text that looks like a number as text, 0 and 不适用 apart from blank', async () => {
    const { workspace, filing } = await emptyFiling()
    write(workspace.db, (db) => replaceFacts(db, filing, new Map(Object.entries(everyKind))))
    expect(held(workspace, filing)).toEqual(everyKind)
  })

  it('are INTEGER, TEXT or NULL in the file and never a float, whichever way they were written', async () => {
    const { workspace, filing } = await emptyFiling()
    write(workspace.db, (db) => replaceFacts(db, filing, new Map(Object.entries(everyKind))))
    write(workspace.db, (db) => writeFact(db, filing, 'MS03.11.1', 7_0000))
    const types = handleOf(workspace.db).prepare('SELECT DISTINCT typeof(value) FROM fact ORDER BY 1').pluck().all()
    expect(types).toEqual(['integer', 'null', 'text'])
  })

  it('change one at a time, and a cell that is emptied is blank again', async () => {
    const { workspace, filing } = await emptyFiling()
    write(workspace.db, (db) => writeFact(db, filing, 'MS03.01.1', 10_0000))
    write(workspace.db, (db) => writeFact(db, filing, 'MS03.01.1', '约三百'))
    expect(held(workspace, filing)).toEqual({ 'MS03.01.1': '约三百' })
    write(workspace.db, (db) => writeFact(db, filing, 'MS03.01.1', null))
    write(workspace.db, (db) => writeFact(db, filing, 'MS03.77.7', null))
    expect(held(workspace, filing)).toEqual({})
  })

  it('are all replaced at once, leaving nothing of what was there', async () => {
    const { workspace, filing } = await emptyFiling()
    write(workspace.db, (db) => replaceFacts(db, filing, new Map(Object.entries(everyKind))))
    write(workspace.db, (db) => replaceFacts(db, filing, new Map([['MS03.01.1', 1]])))
    expect(held(workspace, filing)).toEqual({ 'MS03.01.1': 1 })
  })

  it('leave the rows alone that a replacement does not change', async () => {
    const { workspace, filing } = await emptyFiling()
    write(workspace.db, (db) => replaceFacts(db, filing, new Map(Object.entries(everyKind))))
    const handle = handleOf(workspace.db)
    handle.exec(
      "CREATE TEMP TABLE touched (what); CREATE TEMP TRIGGER put AFTER UPDATE ON fact BEGIN INSERT INTO touched VALUES ('put'); END",
    )
    handle.exec("CREATE TEMP TRIGGER gone AFTER DELETE ON fact BEGIN INSERT INTO touched VALUES ('gone'); END")
    const corrected: Record<string, Fact> = { ...everyKind, 'MS03.01.1': 321_0000, 'MS03.12.1': 1 }
    delete corrected['MS03.04.1']
    write(workspace.db, (db) => replaceFacts(db, filing, new Map(Object.entries(corrected))))
    expect(held(workspace, filing)).toEqual(corrected)
    expect(packed(workspace, filing)).toEqual(corrected)
    expect(handle.prepare('SELECT what FROM touched ORDER BY what').pluck().all()).toEqual(['gone', 'put'])
  })

  it('keep every one of many hundreds, at every size of statement', async () => {
    const { workspace, filing } = await emptyFiling()
    write(workspace.db, (db) => replaceFacts(db, filing, new Map()))
    for (const size of [0, 1, 9, 10, 99, 100, 101, 543]) {
      const facts = new Map<string, Fact>()
      for (let row = 1; row <= size; row += 1) facts.set(`MS03.${row}.1`, row % 7 === 0 ? `第${row}` : row)
      write(workspace.db, (db) => replaceFacts(db, filing, new Map()))
      expect([held(workspace, filing), packed(workspace, filing)]).toEqual([{}, {}])
      write(workspace.db, (db) => replaceFacts(db, filing, facts))
      expect(held(workspace, filing)).toEqual(Object.fromEntries(facts))
      expect(packed(workspace, filing)).toEqual(Object.fromEntries(facts))
    }
  })

  it('are repeated in the packed row after every kind of change', async () => {
    const { workspace, filing } = await emptyFiling()
    write(workspace.db, (db) => replaceFacts(db, filing, new Map(Object.entries(everyKind))))
    expect(packed(workspace, filing)).toEqual(everyKind)
    write(workspace.db, (db) => {
      writeFact(db, filing, 'MS03.01.1', 1)
      writeFact(db, filing, 'MS03.04.1', null)
      writeFact(db, filing, 'MS03.20.1', '新')
    })
    expect(packed(workspace, filing)).toEqual(held(workspace, filing))
    expect(packed(workspace, filing)['MS03.20.1']).toBe('新')
  })

  it('are repeated as they are now even before the transaction that changes them is over', async () => {
    const { workspace, filing } = await emptyFiling()
    write(workspace.db, (db) => {
      replaceFacts(db, filing, new Map([['MS03.01.1', 1]]))
      writeFact(db, filing, 'MS03.01.1', 2)
      const pack = readPack(db, filing)
      expect(pack === null ? null : factsOfPack(pack, cellDictionary(db)).get('MS03.01.1')).toBe(2)
    })
    expect(packed(workspace, filing)).toEqual({ 'MS03.01.1': 2 })
  })

  it('are not repeated for a filing that the same transaction takes away', async () => {
    const { workspace, filing } = await emptyFiling()
    write(workspace.db, (db) => {
      writeFact(db, filing, 'MS03.01.1', 1)
      deleteFiling(db, filing)
    })
    expect(packed(workspace, filing)).toEqual({})
  })

  it('refuse what is no whole count of ten-thousandths', async () => {
    const { workspace, filing } = await emptyFiling()
    for (const wrong of [0.5, NaN, Infinity, 2 ** 53]) {
      expect(() => write(workspace.db, (db) => writeFact(db, filing, 'MS03.01.1', wrong))).toThrow('ten-thousandths')
    }
  })

  it('go with their filing', async () => {
    const { workspace, filing } = await emptyFiling()
    write(workspace.db, (db) => replaceFacts(db, filing, new Map(Object.entries(everyKind))))
    write(workspace.db, (db) => deleteFiling(db, filing))
    expect(held(workspace, filing)).toEqual({})
    expect(packed(workspace, filing)).toEqual({})
  })

  it('forget a cell that a failed transaction had entered into the dictionary', async () => {
    const { workspace, filing } = await emptyFiling()
    expect(() =>
      write(workspace.db, (db) => {
        writeFact(db, filing, 'MS03.01.1', 1)
        throw new Error('stop')
      }),
    ).toThrow('stop')
    write(workspace.db, (db) => writeFact(db, filing, 'MS04.01.1', 2))
    write(workspace.db, (db) => writeFact(db, filing, 'MS03.01.1', 3))
    expect(held(workspace, filing)).toEqual({ 'MS04.01.1': 2, 'MS03.01.1': 3 })
  })
})
