/**
 * "There is no such figure": dividing by 0, the growth of a blank, a parameter not in force. It makes the whole formula
 * blank unless NZ catches it (blank rule 3, docs/design/formula.md: Blanks). Thrown, not returned, so that no operation
 * can forget to pass it on.
 */
export class NoValue extends Error {}

/** One for all: making an Error for every ratio without a denominator would cost more than the evaluation. */
const theOne = new NoValue('no value')

export function noValue(): never {
  throw theOne
}

/** What `compute` gives, or null where there is no value. */
export function orBlank<T>(compute: () => T): T | null {
  try {
    return compute()
  } catch (error) {
    if (error instanceof NoValue) return null
    throw error
  }
}
