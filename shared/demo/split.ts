import type { TenThousandths } from '../decimal/decimal.ts'

/**
 * Splits a total into parts with exactly this sum: each part is its weight's share rounded down to `step`, and the
 * remaining steps go to the largest remainders, ties to the earlier part (最大余数法). Equal inputs give equal parts.
 * `total` is in ten-thousandths (or any whole count, with `step` in the same unit) and a multiple of `step`; weights are
 * whole and not negative, a weight of 0 gets 0. Throws RangeError for other inputs.
 */
export function splitTotal(total: TenThousandths, weights: readonly number[], step: number): TenThousandths[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const steps = total / step
  if (!Number.isSafeInteger(steps) || steps < 0) throw new RangeError(`${total} is not a count of steps of ${step}`)
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) throw new RangeError('weights are whole and not negative')
  if (sum === 0 && steps > 0) throw new RangeError('nothing to give the total to')
  const quotas = weights.map((weight, index) => {
    const product = steps * weight
    if (!Number.isSafeInteger(product)) throw new RangeError(`${total} times a weight of ${weight} cannot be held exactly`)
    return { index, whole: sum === 0 ? 0 : Math.floor(product / sum), rest: sum === 0 ? 0 : product % sum }
  })
  const left = steps - quotas.reduce((all, quota) => all + quota.whole, 0)
  const raised = new Set(
    [...quotas]
      .sort((a, b) => b.rest - a.rest || a.index - b.index)
      .slice(0, left)
      .map((quota) => quota.index),
  )
  return quotas.map((quota) => (quota.whole + (raised.has(quota.index) ? 1 : 0)) * step)
}
