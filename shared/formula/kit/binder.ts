import { isVector, type BoundNode, type Operand, type Scope } from '../bound/bound.ts'
import type { CellKind } from '../bound/cell-source.ts'
import { isDate } from '../bound/dates.ts'
import type { FormulaProblem, ValueType } from '../syntax/problem.ts'
import type { Node, Reference, Span } from '../syntax/tree.ts'

/** The inputs that binding gathers; inside an across-units function, the inputs read of each unit. */
export type Gathered = {
  cells: Set<string>
  priorCells: Set<string>
  lists: Map<string, Pair>
  listCells: Map<string, Pair>
  attributes: Set<string>
}
type Pair = { table: string; column: string }

/** A binding in progress. Functions return null once they have recorded a problem, so that no problem is reported twice. */
export type Binder = {
  scope: Scope
  problems: FormulaProblem[]
  outer: Gathered
  unit: Gathered
  parameters: Set<string>
  usesBlanks: boolean
  acrossUnits: boolean
  /** True inside an across-units function. */
  inside: boolean
  /** True where bare attribute names are allowed. */
  bareNames: boolean
  /** The recursion of ../bind, passed in so that a function's definition does not import it in a circle. */
  operand(binder: Binder, node: Node): Operand | null
}

export function noneGathered(): Gathered {
  return { cells: new Set(), priorCells: new Set(), lists: new Map(), listCells: new Map(), attributes: new Set() }
}

export function gathered(binder: Binder): Gathered {
  return binder.inside ? binder.unit : binder.outer
}

export function refuse(binder: Binder, problem: FormulaProblem): null {
  binder.problems.push(problem)
  return null
}

/** Binds a single value; a vector is a problem. */
export function bindValue(binder: Binder, node: Node): BoundNode | null {
  const operand = binder.operand(binder, node)
  if (operand === null || !isVector(operand)) return operand
  return refuse(binder, { code: 'vector-not-allowed', reference: spelled(node), at: node.at })
}

export function bindTyped(binder: Binder, node: Node, expected: ValueType): BoundNode | null {
  const value = bindValue(binder, node)
  if (value === null || value.type === expected) return value
  return refuse(binder, { code: 'type-expected', expected, found: value.type, at: node.at })
}

/** All items, or null when any has a problem. Every argument is bound before, so that all problems are reported together. */
export function allOrNone<T>(items: readonly (T | null)[]): T[] | null {
  return items.every((item) => item !== null) ? (items as T[]) : null
}

/** Binds a reference and gathers its cells; `prior` means the period before. */
export function bindReference(binder: Binder, reference: Reference, period: 'present' | 'prior' = 'present'): Operand | null {
  const prior = period === 'prior'
  const { at } = reference
  const found = binder.scope.resolve(reference)
  const into = gathered(binder)
  const cells = prior ? into.priorCells : into.cells
  switch (found.kind) {
    case 'unknown':
      return refuse(binder, found.message)
    case 'cell':
      cells.add(found.key)
      return { kind: prior ? 'prior' : 'cell', key: found.key, type: found.type, at }
    case 'vector':
      for (const key of found.keys) cells.add(key)
      return { kind: prior ? 'prior-cells' : 'cells', keys: found.keys, type: found.type, at }
    case 'list-column':
      return bindListPart(binder, into.lists, 'list-column', found, reference, prior)
    case 'list-cell':
      return bindListPart(binder, into.listCells, 'list-cell', found, reference, prior)
  }
}

/** The rows of a list are not the same rows a period before, so PRIOR has no meaning there. */
function bindListPart(
  binder: Binder,
  into: Map<string, Pair>,
  kind: 'list-column' | 'list-cell',
  found: Pair & { type: CellKind },
  reference: Reference,
  prior: boolean,
): Operand | null {
  if (prior) return refuse(binder, { code: 'single-reference-needed', name: 'PRIOR', at: reference.at })
  const { table, column, type } = found
  into.set(`${table}.${column}`, { table, column })
  return { kind, table, column, type, at: reference.at }
}

/** The name of an argument in a message. */
function spelled(node: Node): string {
  return node.kind === 'reference' ? node.reference.text : node.kind === 'call' ? node.name : ''
}

/** True when the number of arguments is right; else records a problem. `most` null: any number. */
export function countArguments(binder: Binder, name: string, args: readonly Node[], at: Span, least: number, most: number | null): boolean {
  if (args.length >= least && (most === null || args.length <= most)) return true
  refuse(binder, { code: 'argument-count', name, least, most, found: args.length, at })
  return false
}

/** Binds a date, which may be written as text: YEAR("2021-09-01"). */
export function bindDate(binder: Binder, node: Node): BoundNode | null {
  if (node.kind !== 'text') return bindTyped(binder, node, 'date')
  if (!isDate(node.value)) return refuse(binder, { code: 'bad-date', text: node.value, at: node.at })
  return { kind: 'constant', value: node.value, type: 'date', at: node.at }
}

/** A name in quotes, not a computed text, so that every name is checked when the scheme is loaded. */
export function quotedName(binder: Binder, node: Node, called: string): string | null {
  return node.kind === 'text' ? node.value : refuse(binder, { code: 'name-in-quotes-needed', name: called, at: node.at })
}
