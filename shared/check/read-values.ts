import { fromText, toText } from '../decimal/decimal.ts'
import type { CellSource, Content } from '../formula/bound/cell-source.ts'

/** A value as JSON: a figure as exact decimal text, a text or date in its own object, null for blank. */
type ReadValue = string | { text: string } | null

/**
 * The values read by a formula, as JSON, for evaluating and wording the formula without the filing. `prior` is null when the period
 * before is unknown; `units` is absent when the formula did not read the level's units.
 */
export type ReadValues = {
  cells: Record<string, ReadValue>
  listColumns: Record<string, ReadValue[]>
  listCells: Record<string, ReadValue>
  parameters: Record<string, ReadValue>
  unit: Record<string, string | null>
  prior: ReadValues | null
  units?: ReadValues[]
}

/** Returns a source that answers like `source` and records each read value in `values`. */
export function recording(source: CellSource): { source: CellSource; values: ReadValues } {
  const values: ReadValues = { cells: {}, listColumns: {}, listCells: {}, parameters: {}, unit: {}, prior: null }
  const recorder: CellSource = {
    cell: (key) => kept(values.cells, key, source.cell(key)),
    listColumn: (table, column) => {
      const contents = source.listColumn(table, column)
      values.listColumns[`${table}.${column}`] = contents.map(toRead)
      return contents
    },
    parameter: (name) => kept(values.parameters, name, source.parameter(name)),
    unit: (attribute) => {
      const text = source.unit(attribute)
      values.unit[attribute] = text
      return text
    },
  }
  const { listCell, prior, units } = source
  if (listCell !== undefined) recorder.listCell = (table, column) => kept(values.listCells, `${table}.${column}`, listCell(table, column))
  if (prior !== undefined) {
    const before = recording(prior)
    recorder.prior = before.source
    values.prior = before.values
  }
  if (units !== undefined) {
    let recorded: readonly CellSource[] | undefined
    Object.defineProperty(recorder, 'units', {
      enumerable: true,
      get: () => {
        if (recorded !== undefined) return recorded
        const each = units.map(recording)
        values.units = each.map((one) => one.values)
        recorded = each.map((one) => one.source)
        return recorded
      },
    })
  }
  return { source: recorder, values }
}

/** Returns a source of recorded values; an unrecorded value is blank. */
export function replayed(values: ReadValues): CellSource {
  const { prior, units } = values
  return {
    cell: (key) => toContent(values.cells[key]),
    listColumn: (table, column) => (values.listColumns[`${table}.${column}`] ?? []).map(toContent),
    listCell: (table, column) => toContent(values.listCells[`${table}.${column}`]),
    parameter: (name) => {
      const value = values.parameters[name]
      return typeof value === 'string' ? fromText(value) : null
    },
    unit: (attribute) => values.unit[attribute] ?? null,
    ...(prior === null ? {} : { prior: replayed(prior) }),
    ...(units === undefined ? {} : { units: units.map(replayed) }),
  }
}

function kept<Held extends Content>(into: Record<string, ReadValue>, key: string, content: Held): Held {
  into[key] = toRead(content)
  return content
}

function toRead(content: Content): ReadValue {
  if (content === null) return null
  return typeof content === 'string' ? { text: content } : toText(content)
}

function toContent(value: ReadValue | undefined): Content {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? fromText(value) : value.text
}
