/** A name with its pinyin initials, lower case. */
type JumpName = { text: string; initials: string }

/** A target of the jump dialog, with its title and other names. */
export type JumpTarget = {
  kind: 'page' | 'table' | 'unit' | 'indicator'
  title: string
  code: string
  hash: string
  names: readonly JumpName[]
}

/** Targets shown at most. */
const SHOWN = 12

/**
 * The targets of a typed text, best first: code or title equal to the text, then codes, titles and initials that begin with it, then titles
 * and initials that contain it. Case and the spaces around do not matter; an empty text finds pages and tables.
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
  const code = target.code.toLowerCase()
  if (code === wanted) return 0
  if (code.startsWith(wanted)) return 1
  return Math.min(...target.names.map((name) => rankOfName(name, wanted)))
}

function rankOfName({ text, initials }: JumpName, wanted: string): number {
  const plain = text.toLowerCase()
  if (plain === wanted) return 0
  if (plain.startsWith(wanted)) return 2
  if (initials.startsWith(wanted)) return 3
  if (plain.includes(wanted)) return 4
  return initials.includes(wanted) ? 5 : NOT_FOUND
}
