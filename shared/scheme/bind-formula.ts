import { bind } from '../formula/bind/bind.ts'
import type { Bound } from '../formula/bound/bound.ts'
import { nearest } from '../formula/syntax/nearest.ts'
import { parse, parseCondition } from '../formula/syntax/parse.ts'
import type { FormulaProblem } from '../formula/syntax/problem.ts'
import { scopeAt, type Names, type Reach, type Standpoint } from './names.ts'
import type { NoteFault } from './note-fault.ts'
import type { UnitCondition } from './scheme.ts'

/** Keys and indexes from the top of a scheme file to a value. */
export type Path = (string | number)[]

/** Parses and binds one formula; null after reporting its problems at `path`. */
export function bindFormula(
  source: string,
  names: Names,
  here: Standpoint,
  reach: Reach,
  path: Path,
  id: string,
  report: NoteFault,
): Bound | null {
  const tried = tryFormula(source, names, here, reach)
  if (tried.ok) return tried.bound
  for (const problem of tried.problems) report(path, id, { code: 'formula', problem }, problem.at.offset)
  return null
}

/** Parses and binds without reporting, for a rule with many places. */
export function tryFormula(
  source: string,
  names: Names,
  here: Standpoint,
  reach: Reach,
): { ok: true; bound: Bound } | { ok: false; problems: FormulaProblem[] } {
  const parsed = parse(source)
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] }
  return bind(parsed.tree, scopeAt(names, here, reach))
}

/** Binds a condition on unit attributes (`filed-by`, `where`); null after reporting its problems. */
export function bindCondition(source: string, path: Path, id: string, report: NoteFault): UnitCondition | null {
  const parsed = parseCondition(source)
  const nowhere = scopeAt({ tables: new Map(), cells: new Map(), parameters: [] }, { table: null, row: null, column: null }, 'one-unit')
  const bound = parsed.ok ? bind(parsed.tree, nowhere) : { ok: false as const, problems: [parsed.problem] }
  if (!bound.ok) {
    for (const problem of bound.problems) report(path, id, { code: 'formula', problem }, problem.at.offset)
    return null
  }
  if (bound.bound.type !== 'boolean') {
    report(path, id, { code: 'not-a-condition' })
    return null
  }
  return { source, bound: bound.bound }
}

/** Returns the known name nearest to a mistaken one; null without a near one. */
export function nearestName(wrong: string, known: readonly string[]): string | null {
  return nearest(wrong, known, 1)[0] ?? null
}
