import type { Alignment, Border, Borders, Fill, Font, Style } from 'exceljs'
import { cellTypes } from '../../../../shared/cell-types/cell-types.ts'
import type { Cell } from '../../../../shared/scheme/scheme.ts'

/** The look of a printed statutory form (docs/design/pages.md: Tokens): 宋体, thin rules, pale blue computed cells, grey blocked ones. */
const songti = '宋体'
const ink = 'FF1D2733'
const secondary = 'FF5B6672'

export const colours = {
  computed: 'FFEEF4FB',
  blocked: 'FFF0F0F0',
  head: 'FFF6F7F8',
  error: 'FFFDE3E0',
  query: 'FFFFF0CC',
  red: 'FFB42318',
  amber: 'FF9A6700',
  accent: 'FF17635A',
}

const line: Partial<Border> = { style: 'thin', color: { argb: 'FF8A939C' } }
const box: Partial<Borders> = { top: line, bottom: line, left: line, right: line }

export function font(size: number, more: Partial<Font> = {}): Partial<Font> {
  return { name: songti, size, color: { argb: ink }, family: 3, charset: 134, ...more }
}

export function cellFill(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } }
}

export function align(horizontal: Alignment['horizontal'], more: Partial<Alignment> = {}): Partial<Alignment> {
  return { horizontal, vertical: 'middle', wrapText: true, ...more }
}

export const styles = {
  title: { font: font(16, { bold: true }), alignment: align('center') },
  coverTitle: { font: font(22, { bold: true }), alignment: align('center') },
  lead: { font: font(10), alignment: align('left', { wrapText: false }) },
  leadRight: { font: font(10), alignment: align('right', { wrapText: false }) },
  head: { font: font(10, { bold: true }), alignment: align('center'), border: box, fill: cellFill(colours.head) },
  code: {
    font: font(9, { color: { argb: secondary } }),
    alignment: align('center', { shrinkToFit: true, wrapText: false }),
    border: box,
    fill: cellFill(colours.head),
  },
  label: { font: font(10), alignment: align('left'), border: box, fill: cellFill(colours.head) },
  text: { font: font(10), alignment: align('left'), border: box },
  centre: { font: font(10), alignment: align('center'), border: box },
  note: { font: font(9), alignment: align('left', { vertical: 'top' }) },
  sign: { font: font(10), alignment: align('left', { wrapText: false, shrinkToFit: true }) },
  blocked: { font: font(10, { color: { argb: 'FF9AA3AC' } }), alignment: align('center'), border: box, fill: cellFill(colours.blocked) },
} satisfies Record<string, Partial<Style>>

/** The style of a row title with the scheme's indent. */
export function stubStyle(indent: number): Partial<Style> {
  return { ...styles.label, alignment: align('left', { indent }) }
}

/** The style of a table's cell; inputs are unlocked, all other cells are behind the sheet's protection. */
export function cellStyle(cell: Cell): Partial<Style> {
  if (cell.state === 'blocked') return styles.blocked
  const { align: side, numberFormat } = cellTypes[cell.type]
  const alignment = align(side, side === 'right' ? { wrapText: false, shrinkToFit: true } : {})
  const style: Partial<Style> = { font: font(10), border: box, alignment, numFmt: numberFormat(cell) }
  if (cell.state === 'computed') return { ...style, fill: cellFill(colours.computed) }
  return { ...style, protection: { locked: false } }
}
