import type { BoundNode, Operand } from '../formula/bound/bound.ts'
import { partsOf } from '../formula/run/cells-read.ts'
import { conditionHolds } from './conditions.ts'
import type { Scheme } from './scheme.ts'

/** A kind that no scheme uses; a table filed by this kind is filed by every kind. */
const UNHEARD_OF = '\u0000'

/**
 * Returns the kinds of unit (单位类型) with a table in the scheme, in the order of its tables; null when some table is filed by every
 * kind. A unit of a returned kind may file nothing, because a condition may test other attributes.
 */
export function kindsThatFile(scheme: Scheme): string[] | null {
  const kinds = new Set<string>()
  for (const { filedBy } of scheme.tables) {
    const named = kindsNamed(filedBy.bound.root)
    if (named.length === 0 || conditionHolds(filedBy, (attribute) => (attribute === 'kind' ? UNHEARD_OF : null))) return null
    for (const kind of named) kinds.add(kind)
  }
  return [...kinds]
}

/** Returns the words compared with the kind. */
function kindsNamed(root: BoundNode): string[] {
  const named: string[] = []
  const waiting: Operand[] = [root]
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    if (node.kind === 'in' && isKind(node.operand)) named.push(...node.members.map(String))
    if (node.kind === 'comparison' && node.operator === '=') {
      const [word, other] = isKind(node.left) ? [node.right, node.left] : [node.left, node.right]
      if (isKind(other) && word.kind === 'constant' && typeof word.value === 'string') named.push(word.value)
    }
    waiting.unshift(...partsOf(node))
  }
  return named
}

function isKind(node: Operand): boolean {
  return node.kind === 'unit' && node.attribute === 'kind'
}
