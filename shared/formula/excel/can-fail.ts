import type { BoundNode, Operand } from '../bound/bound.ts'
import { partsOf } from '../run/touched.ts'

/** Whether a part can be an error in a spreadsheet where evaluate() finds no value. */
export function canFail(node: Operand): boolean {
  // NZ catches what fails in its first argument.
  if (node.kind === 'call' && node.name === 'NZ') return canFail(node.args[1]!)
  return failsItself(node) || partsOf(node).some(canFail)
}

function failsItself(node: Operand): boolean {
  if (node.kind === 'arithmetic')
    return (node.operator === '/' && !isDivisor(node.right)) || (node.operator === '^' && !isSmallPower(node.right))
  if (node.kind === 'growth' || node.kind === 'parameter') return true
  return node.kind === 'call' && (node.name === 'MOD' || node.name === 'IFS' || node.name === 'DATE')
}

function isDivisor(node: BoundNode): boolean {
  return node.kind === 'constant' && node.value !== 0
}

/** Squares, cubes and the like of figures stay far within the range of figures. */
function isSmallPower(node: BoundNode): boolean {
  return node.kind === 'constant' && [10_000, 20_000, 30_000, 40_000].includes(node.value as number)
}
