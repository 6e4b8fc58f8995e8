import type { Operand } from './bound.ts'

/** Whether a part can be an error in a spreadsheet where evaluate() finds no value. */
export function canFail(node: Operand): boolean {
  if (node.kind === 'arithmetic') return node.operator === '/' || node.operator === '^'
  if (node.kind === 'growth' || node.kind === 'parameter') return true
  return node.kind === 'call' && (node.name === 'MOD' || node.name === 'IFS' || node.name === 'DATE')
}
