/**
 * Thrown for a figure that does not exist: a division by 0, the growth of a blank, a parameter not in force. The whole
 * formula is blank unless NZ catches the error (blank rule 3, docs/design/formula.md: Blanks). The error is thrown, not
 * returned, so that no operation can forget to pass it on.
 */
export class NoValue extends Error {}

/** The only instance, because an Error for every ratio without a denominator would cost more than the evaluation. */
const theOne = new NoValue('no value')

export function noValue(): never {
  throw theOne
}

/** The result of `compute`, or null when there is no value. */
export function orBlank<T>(compute: () => T): T | null {
  try {
    return compute()
  } catch (error) {
    if (error instanceof NoValue) return null
    throw error
  }
}
