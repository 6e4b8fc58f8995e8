import { describe, expect, it } from 'vitest'
import { read, write, type ReadableDb } from '../../../electron/store/db.ts'
import { readSettings, writeSettings } from '../../../electron/store/settings.ts'
import { all, columnList, one, run, sql, valueList } from '../../../electron/store/sql.ts'
import { queryPlan } from '../../builders/query-plan.ts'
import { temporaryWorkspace } from './workspace-helper.ts'

describe('a transaction', () => {
  it('leaves nothing of itself when it fails', async () => {
    const { db } = await temporaryWorkspace()
    write(db, (open) => writeSettings(open, { name: '前' }))
    expect(() =>
      write(db, (open) => {
        writeSettings(open, { name: '后' })
        throw new Error('half way')
      }),
    ).toThrow('half way')
    expect(read(db, readSettings).name).toBe('前')
  })

  it('cannot wait: an asynchronous function is refused by the compiler, and undone if it comes all the same', async () => {
    const { db } = await temporaryWorkspace()
    expect(() => {
      // @ts-expect-error: nothing asynchronous inside a transaction
      write(db, (open) => Promise.resolve(writeSettings(open, { name: '后' })))
    }).toThrow('cannot wait')
    expect(read(db, readSettings).name).toBe('')
  })

  it('is not opened inside another one; reading joins it', async () => {
    const { db } = await temporaryWorkspace()
    expect(() => write(db, () => write(db, (open) => writeSettings(open, { name: '内' })))).toThrow('inside a transaction')
    const seen = write(db, (open) => {
      writeSettings(open, { name: '内' })
      return read(open, readSettings).name
    })
    expect(seen).toBe('内')
  })

  it('that only reads cannot write, in the types and at run time', async () => {
    const { db } = await temporaryWorkspace()
    read(db, (open) => {
      // @ts-expect-error: a ReadableDb is no WritableDb
      const wrong: Parameters<typeof writeSettings>[0] = open
      expect(wrong).toBe(open)
      expect(() => all(open, sql`INSERT INTO setting (key, value) VALUES ('a', 'b') RETURNING key`)).toThrow('this query writes')
    })
  })
})

describe('a query', () => {
  it('takes text as text, whatever it says', async () => {
    const { db } = await temporaryWorkspace()
    const name = "'); DROP TABLE setting; --"
    write(db, (open) => writeSettings(open, { name }))
    expect(read(db, readSettings).name).toBe(name)
  })

  it('is put together from parts with the values in their order', async () => {
    const { db } = await temporaryWorkspace()
    const condition = sql`value = ${'乙'} OR value = ${'丙'}`
    const found = write(db, (open) => {
      for (const [key, value] of [
        ['a', '甲'],
        ['b', '乙'],
        ['c', '丙'],
      ] as const)
        run(open, sql`INSERT INTO setting (key, value) VALUES (${key}, ${value})`)
      return all<{ key: string }>(open, sql`SELECT key FROM setting WHERE key > ${''} AND (${condition}) AND key < ${'c'}`)
    })
    expect(found).toEqual([{ key: 'b' }])
  })

  it('lists columns by name and values as parameters; what is no plain name never becomes SQL', () => {
    const query = sql`INSERT INTO unit (${columnList(['code', 'name'])}) VALUES (${valueList(['乙', "'); DROP"])}) ${columnList(['name'], 'excluded')}`
    expect(query).toEqual({ text: 'INSERT INTO unit (code, name) VALUES (?, ?) excluded.name', values: ['乙', "'); DROP"] })
    for (const name of ['name; DROP', 'a.b', '', 'Name']) expect(() => columnList(['code', name])).toThrow('not the name of a column')
    expect(() => columnList(['code'], 'x y')).toThrow('not the name of a column')
  })

  it('answers null for a row that is not there', async () => {
    const { db } = await temporaryWorkspace()
    expect(read(db, (open: ReadableDb) => one(open, sql`SELECT key FROM setting WHERE key = ${'无'}`))).toBeNull()
  })

  it('tells its plan', async () => {
    const { db } = await temporaryWorkspace()
    expect(read(db, (open) => queryPlan(open, sql`SELECT value FROM setting WHERE key = ${'a'}`))).toEqual([
      'SEARCH setting USING PRIMARY KEY (key=?)',
    ])
  })
})
