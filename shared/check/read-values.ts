import { fromText, toText } from '../decimal/decimal.ts'
import type { CellSource, Content } from '../formula/bound/cell-source.ts'

/** A value as JSON: a figure as exact decimal text, a text or date in its own object, null for blank. */
type ReadValue = string | { text: string } | null

/**
 * What a formula read, as JSON: enough to evaluate and to word it again where the filing is not at hand. What it did not ask for is not
 * there. `prior` is null where no period before is known; `units` is absent where the level's units were not asked for.
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

/** A source that answers as `source` does and writes down in `values` what it was asked for. */
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

/** The source that was recorded: it answers what was asked for then, and blank for anything else. */
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
