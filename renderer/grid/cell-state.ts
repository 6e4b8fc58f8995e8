/**
 * The states of a cell, as one closed list (docs/design/pages.md: Cell states). The first four are basic states, the others
 * may come in addition. The legend is drawn from this list with the grid's own cell, so that no state is missing there.
 */
export const cellStates = [
  'input',
  'computed',
  'blocked',
  'not-applicable',
  'carried',
  'changed',
  'error',
  'query',
  'explained',
  'remark',
  'refused',
  'focused',
  'selected',
] as const
export type CellState = (typeof cellStates)[number]

/** A cell as drawn; the object stays the same until the cell changes, so that only changed cells are drawn again. */
export type CellView = {
  text: string
  kind: 'input' | 'computed' | 'blocked'
  notApplicable: boolean
  /** Figures taken over from another table or from the period before. */
  carried: boolean
  /** Differs from the last handover. */
  changed: boolean
  /** The cell has a remark of the collecting unit. */
  remark: boolean
  mark: 'error' | 'query' | 'explained' | null
  refused: boolean
  align: 'right' | 'left' | 'center'
  /** The figure one period before; null when hidden. */
  prior: string | null
  /** The explanation of the cell's marks, shown under the pointer. */
  hint: string
}

export const blankCell: CellView = {
  text: '',
  kind: 'input',
  notApplicable: false,
  carried: false,
  changed: false,
  remark: false,
  mark: null,
  refused: false,
  align: 'right',
  prior: null,
  hint: '',
}

/** True when two views are drawn alike. */
export function sameView(a: CellView, b: CellView): boolean {
  return (
    a.text === b.text &&
    a.kind === b.kind &&
    a.notApplicable === b.notApplicable &&
    a.carried === b.carried &&
    a.mark === b.mark &&
    a.refused === b.refused &&
    a.align === b.align &&
    a.prior === b.prior &&
    a.changed === b.changed &&
    a.remark === b.remark &&
    a.hint === b.hint
  )
}

/** The class names of a view: `cell cell-computed cell-error …`. */
export function classOfView(view: CellView): string {
  const names = ['cell', `cell-${view.kind}`]
  if (view.align !== 'right') names.push(`cell-${view.align}`)
  if (view.notApplicable) names.push('cell-not-applicable')
  if (view.carried) names.push('cell-carried')
  if (view.changed) names.push('cell-changed')
  if (view.remark) names.push('cell-remark')
  if (view.mark !== null) names.push(`cell-${view.mark}`)
  if (view.refused) names.push('cell-refused')
  return names.join(' ')
}

/** The sign in the corner, so that colour is never alone. */
export function signOfView(view: CellView): string {
  if (view.refused || view.mark === 'error') return '✗'
  if (view.mark === 'query') return '?'
  return ''
}
