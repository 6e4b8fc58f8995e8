import { isFunctionNode, type BoundNode, type Operand } from '../bound/bound.ts'
import { calledBy } from '../functions/list.ts'
import { partsOf } from '../run/cells-read.ts'

/** True when a part can be an error in a spreadsheet where evaluate() finds no value. */
export function canFail(node: Operand): boolean {
  const own = isFunctionNode(node) ? calledBy(node).excel?.canFail : undefined
  if (own !== undefined && isFunctionNode(node)) return own(node, canFail)
  return failsItself(node) || partsOf(node).some(canFail)
}

function failsItself(node: Operand): boolean {
  if (node.kind === 'arithmetic')
    return (node.operator === '/' && !isDivisor(node.right)) || (node.operator === '^' && !isSmallPower(node.right))
  return node.kind === 'parameter'
}

function isDivisor(node: BoundNode): boolean {
  return node.kind === 'constant' && node.value !== 0
}

/** True for the powers 1 to 4: the result stays far within the range of figures. */
function isSmallPower(node: BoundNode): boolean {
  return node.kind === 'constant' && [10_000, 20_000, 30_000, 40_000].includes(node.value as number)
}
