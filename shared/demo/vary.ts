/**
 * A whole number from `low` to `high`, both included, that depends on nothing but the unit's code and what is asked:
 * variety without randomness, so the demo county is the same on every machine (FNV-1a, 32 bit).
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
