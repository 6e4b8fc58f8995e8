/**
 * Returns a whole number from `low` to `high`, both included: a hash (FNV-1a, 32 bit) of the unit's code and `what`. The demo county is the
 * same on every machine because nothing is random.
 */
export function vary(code: string, what: string, low: number, high: number): number {
  let hash = 0x811c9dc5
  for (const character of `${code}/${what}`) {
    hash ^= character.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193) >>> 0
  }
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d) >>> 0
  hash ^= hash >>> 12
  return low + ((hash >>> 0) % (high - low + 1))
}
