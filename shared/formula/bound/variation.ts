import { add, compare, divide, isZero, multiply, squareRoot, subtract, type Decimal } from '../../decimal/decimal.ts'

/** A unit's figure (x) and weight (w > 0), for example teachers and pupils. */
export type Weighed = { x: Decimal; w: Decimal }

/** The weighted mean X̄, the deviation S and their quotient, computed with twenty significant digits. */
export type Variation = { mean: Decimal; deviation: Decimal; cv: Decimal }

/**
 * The coefficient of variation weighted by w, as the national balanced-development standard defines it: Xi = xi / wi,
 * X̄ = Σxi / Σwi, S = sqrt(Σ (wi / Σw) (Xi − X̄)²), CV = S / X̄ (docs/design/formula.md: Across units). Null without
 * units and when the mean is 0.
 */
export function variation(units: readonly Weighed[]): Variation | null {
  const total = sum(units.map(({ w }) => w))
  const mean = divide(sum(units.map(({ x }) => x)), total)
  if (mean === null || isZero(mean)) return null
  const squares = sum(units.map((unit) => squareOf(unit, mean)))
  const deviation = squareRoot(divide(squares, total) ?? 0)
  const cv = deviation === null ? null : divide(deviation, mean)
  return deviation === null || cv === null ? null : { mean, deviation, cv }
}

/** A unit's part of the variance: wi (Xi − X̄)². */
export function squareOf({ x, w }: Weighed, mean: Decimal): Decimal {
  const distance = subtract(divide(x, w) ?? 0, mean)
  return multiply(w, multiply(distance, distance))
}

/** Null for a unit without a positive weight; a blank x beside a weight is 0 (blank rule 2, docs/design/formula.md: Blanks). */
export function weighed(x: Decimal | null, w: Decimal | null): Weighed | null {
  return w !== null && compare(w, 0) > 0 ? { x: x ?? 0, w } : null
}

function sum(numbers: readonly Decimal[]): Decimal {
  return numbers.reduce((total, one) => add(total, one), 0 as Decimal)
}
