/**
 * The known names closest to a mistaken one, best first, at most `most`; names too far off are left out. Names that
 * differ only in case, width or spaces come first.
 */
export function nearest(wrong: string, known: readonly string[], most = 3): string[] {
  const wanted = fold(wrong)
  const limit = Math.max(1, Math.floor(wanted.length / 2))
  const scored: { name: string; distance: number; order: number }[] = []
  known.forEach((name, order) => {
    const folded = fold(name)
    const distance = editDistance(wanted, folded, limit + 1)
    const inside = wanted.length > 1 && (folded.includes(wanted) || (folded.length > 1 && wanted.includes(folded)))
    if (distance <= limit || inside) scored.push({ name, distance: Math.min(distance, limit + 1), order })
  })
  scored.sort((a, b) => a.distance - b.distance || a.order - b.order)
  return scored.slice(0, most).map(({ name }) => name)
}

function fold(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').toLowerCase().slice(0, 64)
}

/** The number of insertions, deletions, replacements and swaps of neighbours from `a` to `b`, at most `cap`. */
export function editDistance(a: string, b: string, cap: number): number {
  if (Math.abs(a.length - b.length) >= cap) return cap
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, replaced)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, before[j - 2]! + 1)
    }
    before = last
    last = row
  }
  return Math.min(cap, last[b.length]!)
}
