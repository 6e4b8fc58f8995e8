import { describe, expect, it } from 'vitest'
import { read, write } from '../../../electron/store/db.ts'
import { createFiling } from '../../../electron/store/filings.ts'
import { hasFiling, listUnits, putUnits, readUnit, removeUnit } from '../../../electron/store/units.ts'
import { unitAttributes } from '../../../shared/unit/attributes.ts'
import type { Unit } from '../../../shared/unit/unit.ts'
import { startTask, temporaryWorkspace, unitOf } from './workspace-helper.ts'

describe('the roster', () => {
  it('keeps its order; a unit entered again is renewed in its place', async () => {
    const { db } = await temporaryWorkspace()
    write(db, (open) => putUnits(open, [unitOf('B'), unitOf('A')]))
    write(db, (open) => putUnits(open, [unitOf('C'), unitOf('B', { name: '新名' })]))
    expect(read(db, listUnits).map(({ code, name }) => [code, name])).toEqual([
      ['B', '新名'],
      ['A', 'A小学'],
      ['C', 'C小学'],
    ])
    expect(read(db, (open) => readUnit(open, 'A'))).toEqual(unitOf('A'))
    expect(read(db, (open) => readUnit(open, 'Z'))).toBeNull()
  })

  it('holds every attribute of a unit, and renews each', async () => {
    const { db } = await temporaryWorkspace()
    const said = Object.fromEntries(unitAttributes.map((attribute) => [attribute, `其${attribute}`])) as Unit
    const other = Object.fromEntries(
      unitAttributes.map((attribute) => [attribute, attribute === 'code' ? said.code : `另${attribute}`]),
    ) as Unit
    for (const unit of [said, other]) {
      write(db, (open) => putUnits(open, [unit]))
      expect(read(db, listUnits)).toEqual([unit])
    }
  })

  it('does not let a unit go that has filed', async () => {
    const workspace = await temporaryWorkspace()
    const task = startTask(workspace, [unitOf('S1'), unitOf('S2')])
    write(workspace.db, (db) => createFiling(db, task.id, 'S1'))
    write(workspace.db, (db) => removeUnit(db, 'S2'))
    expect(() => write(workspace.db, (db) => removeUnit(db, 'S1'))).toThrow(
      expect.objectContaining({ problem: { code: 'unit-has-filing', details: { unit: 'S1' } } }),
    )
    expect(read(workspace.db, listUnits).map(({ code }) => code)).toEqual(['S1'])
    expect(read(workspace.db, (db) => [hasFiling(db, 'S1'), hasFiling(db, 'S2')])).toEqual([true, false])
  })
})
