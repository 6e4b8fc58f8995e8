import type { SpokenNames } from '../../../../shared/formula/kit/teller.ts'
import { WORLD, type Contents, type World } from '../world.ts'

/** The cells of the functions' examples; docs/scheme-guide.md lists their contents. */
export const EXAMPLE_WORLD: World = { ...WORLD, acrossUnits: true }

export const EXAMPLE_CELLS: Contents = {
  cells: { a: '50', b: '20', t: '国培', '01.1': '1', '02.1': '2', '03.1': '6' },
  prior: { cells: { a: '40' } },
  rows: { PX: { 类别: ['国培', '省培', '国培'], 人次: ['30', '12', '7'] } },
  parameters: { 班额上限: '45' },
  unit: { kind: '小学' },
  units: [
    { cells: { a: '10', b: '100' }, unit: { kind: '小学' } },
    { cells: { a: '30', b: '200' }, unit: { kind: '小学' } },
    { cells: { a: '12', b: '100' }, unit: { kind: '初中' } },
    { cells: { b: '50' }, unit: { kind: '教学点' } },
    { cells: { a: '5' }, unit: { kind: '小学' } },
  ],
}

/** Cells and columns called by their codes. */
export const EXAMPLE_NAMES: SpokenNames = { cell: (key) => `[${key}]`, listColumn: (table, column) => `[${table}.${column}]` }
