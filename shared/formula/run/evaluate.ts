import { allBlank } from './all-blank.ts'
import type { Bound } from '../bound/bound.ts'
import type { CellSource, Value } from '../bound/cell-source.ts'
import { compileValue } from './compile.ts'
import { NoValue } from '../bound/no-value.ts'

/**
 * Returns the value of the formula (docs/design/formula.md: Blanks): exact decimals, null for blank; never NaN, Infinity or an
 * error. The formula is compiled at its first use and kept with its Bound.
 */
export function evaluate(bound: Bound, cells: CellSource): Value {
  return compile(bound)(cells)
}

/** The formula as a function of its cells. */
function compile(bound: Bound): (cells: CellSource) => Value {
  const known = compiled.get(bound)
  if (known !== undefined) return known
  const blank = allBlank(bound.root)
  const run = compileValue(bound.root)
  const program = (cells: CellSource): Value => {
    if (blank(cells)) return null
    try {
      const value = run(cells)
      return value === '' ? null : value
    } catch (error) {
      if (error instanceof NoValue) return null
      throw error
    }
  }
  compiled.set(bound, program)
  return program
}

/** A cache of compiled formulas, each kept as long as its Bound; the cache changes only the time. */
const compiled = new WeakMap<Bound, (cells: CellSource) => Value>()
