/** Where the jump dialog can lead. `initials` are the pinyin initials of the title, lower case. */
export type JumpTarget = { kind: 'page' | 'table' | 'unit' | 'indicator'; title: string; code: string; hash: string; initials: string }

/** How many are shown; more would not be read. */
const SHOWN = 12

/**
 * The targets that a typed text means, best first: code or title as typed, then titles that begin with it, then initials
 * that begin with it, then either anywhere inside. Case and the spaces around do not matter; an empty text finds pages and tables.
 */
export function findTargets(targets: readonly JumpTarget[], typed: string): JumpTarget[] {
  const wanted = typed.normalize('NFKC').trim().toLowerCase()
  if (wanted === '') return targets.filter((target) => target.kind === 'table' || target.kind === 'page').slice(0, SHOWN)
  return targets
    .map((target, order) => ({ target, order, rank: rankOf(target, wanted) }))
    .filter((found) => found.rank < NOT_FOUND)
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .slice(0, SHOWN)
    .map((found) => found.target)
}

const NOT_FOUND = 9

function rankOf(target: JumpTarget, wanted: string): number {
  const title = target.title.toLowerCase()
  const code = target.code.toLowerCase()
  if (code === wanted || title === wanted) return 0
  if (code.startsWith(wanted)) return 1
  if (title.startsWith(wanted)) return 2
  if (target.initials.startsWith(wanted)) return 3
  if (title.includes(wanted)) return 4
  if (target.initials.includes(wanted)) return 5
  return NOT_FOUND
}
