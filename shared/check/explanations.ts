import { toText } from '../decimal/decimal.ts'
import type { CellSource } from '../formula/bound/cell-source.ts'
import type { CellRef } from '../words.ts'

/** Stock phrases that do not count as an explanation (docs/design/domain.md: Check kinds; docs/design/checks.md: Explanations). */
const boilerplate = new Set([
  '核实无误',
  '已核实',
  '经核实无误',
  '核对无误',
  '数据无误',
  '无误',
  '情况属实',
  '属实',
  '确认属实',
  '同上',
  '无',
  '没有',
  '正常',
  '正确',
  '是',
  '对',
  '已确认',
  '见上',
  '如上',
  '暂无',
  'ok',
  'none',
  'same',
  'correct',
  'confirmed',
  'verified',
])
const SHORTEST = 4

/** True for a stock phrase, fewer than three different characters, or fewer than four characters; blanks and marks do not count. */
export function isBoilerplate(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]+/gu, '')
    .toLowerCase()
  if ([...plain].length < SHORTEST || boilerplate.has(plain)) return true
  return new Set(plain).size < 3
}

/** Returns the values of checked cells as one text; a changed text requires a new explanation (docs/design/checks.md: Explanations). */
export function fingerprint(cells: readonly CellRef[], source: CellSource): string {
  return cells
    .map((cell) => {
      const value = source.cell(cell)
      return value === null ? '' : typeof value === 'string' ? value : toText(value)
    })
    .join('|')
}
