import { fromText, toText, type Decimal } from '../../../shared/decimal/decimal.ts'
import { bind, type Binding } from '../../../shared/formula/bind/bind.ts'
import type { Bound, Resolution, Scope } from '../../../shared/formula/bound/bound.ts'
import type { CellKind, CellSource, Content, Value } from '../../../shared/formula/bound/cell-source.ts'
import { evaluate } from '../../../shared/formula/run/evaluate.ts'
import { parse, parseCondition } from '../../../shared/formula/syntax/parse.ts'
import type { Reference } from '../../../shared/formula/syntax/tree.ts'

/**
 * A small world for formulas: cells by the text between the brackets, vectors by the text of a range, list tables by
 * name. Contents are texts: '5' is a figure in a cell of figures.
 */
export type World = {
  cells?: Record<string, CellKind>
  vectors?: Record<string, string[]>
  lists?: Record<string, Record<string, CellKind>>
  thisList?: string
  parameters?: string[]
  attributes?: Record<string, CellKind>
  acrossUnits?: boolean
}

export type Contents = {
  cells?: Record<string, string | null>
  rows?: Record<string, Record<string, (string | null)[]>>
  row?: Record<string, string | null>
  prior?: Contents
  parameters?: Record<string, string>
  unit?: Record<string, string>
  units?: Contents[]
}

/** Figures a b c d x y, texts t u, dates e f, a column of figures 01.1 to 05.1, two lists, and the names that the examples use. */
export const WORLD: World = {
  cells: {
    a: 'number',
    b: 'number',
    c: 'number',
    d: 'number',
    x: 'number',
    y: 'number',
    t: 'text',
    u: 'text',
    e: 'date',
    f: 'date',
    '01.1': 'number',
    '02.1': 'number',
    '03.1': 'number',
    '04.1': 'number',
    '05.1': 'number',
  },
  vectors: {
    '*.1': ['01.1', '02.1', '03.1', '04.1', '05.1'],
    '01:03.1': ['01.1', '02.1', '03.1'],
    't:u': ['t', 'u'],
    '03:05.1': ['03.1', '04.1', '05.1'],
  },
  lists: { PX: { 类别: 'text', 人次: 'number', 日期: 'date' }, BJ: { 人数: 'number' } },
  parameters: ['小学生均公用经费', '班额上限'],
  attributes: { kind: 'text', township: 'text', class: 'number', code: 'text' },
}

function scopeOf(world: World = WORLD): Scope {
  const { cells = {}, vectors = {}, lists = {}, parameters = [], attributes = {} } = world
  return {
    resolve: (reference) => resolve(reference, cells, vectors, lists, world.thisList),
    parameter: (name) => parameters.includes(name),
    parameterNames: () => parameters,
    attribute: (name) => (Object.hasOwn(attributes, name) ? attributes[name] : undefined),
    attributeNames: () => Object.keys(attributes),
    acrossUnits: world.acrossUnits ?? false,
  }
}

function resolve(
  reference: Reference,
  cells: Record<string, CellKind>,
  vectors: Record<string, string[]>,
  lists: NonNullable<World['lists']>,
  thisList: string | undefined,
): Resolution {
  const inside = reference.text.slice(1, -1)
  const type = cells[inside]
  if (type !== undefined) return { kind: 'cell', key: inside, type }
  const keys = vectors[inside]
  if (keys !== undefined) return { kind: 'vector', keys, type: cells[keys[0]!]! }
  const [table = '', column = ''] = inside.split('.')
  const list = lists[table === '' ? (thisList ?? '') : table]
  const kind = list?.[column]
  if (kind !== undefined && table === '') return { kind: 'list-cell', table: thisList!, column, type: kind }
  if (kind !== undefined) return { kind: 'list-column', table, column, type: kind }
  return { kind: 'unknown', message: { code: 'unknown-row', table: 'T', row: inside, nearest: ['a'], at: reference.at } }
}

export function sourceOf(contents: Contents, world: World = WORLD): CellSource {
  const content = (text: string | null | undefined, type: CellKind | undefined): Content =>
    text === null || text === undefined ? null : type === 'number' ? fromText(text) : text
  return {
    cell: (key) => content(contents.cells?.[key], world.cells?.[key]),
    listColumn: (table, column) => (contents.rows?.[table]?.[column] ?? []).map((text) => content(text, world.lists?.[table]?.[column])),
    listCell: (table, column) => content(contents.row?.[column], world.lists?.[table]?.[column]),
    ...(contents.prior === undefined ? {} : { prior: sourceOf(contents.prior, world) }),
    parameter: (name): Decimal | null => fromText(contents.parameters?.[name] ?? ''),
    unit: (attribute) => contents.unit?.[attribute] ?? null,
    ...(contents.units === undefined ? {} : { units: contents.units.map((unit) => sourceOf(unit, world)) }),
  }
}

export function tryToBind(source: string, world: World = WORLD, condition = false): Binding {
  const parsed = condition ? parseCondition(source) : parse(source)
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] }
  return bind(parsed.tree, scopeOf(world))
}

export function bound(source: string, world: World = WORLD, condition = false): Bound {
  const result = tryToBind(source, world, condition)
  if (!result.ok) throw new Error(`${source}: ${JSON.stringify(result.problems)}`)
  return result.bound
}

/** The result for comparison: a figure as text, a blank as '—'. */
export function shown(value: Value): string | boolean {
  if (value === null) return '—'
  return typeof value === 'string' || typeof value === 'boolean' ? value : toText(value)
}

export function result(
  source: string,
  cells: Record<string, string | null> = {},
  contents: Contents = {},
  world: World = WORLD,
): string | boolean {
  return shown(evaluate(bound(source, world), sourceOf({ ...contents, cells }, world)))
}
