import { useText } from '../text/language.tsx'
import { blankCell, cellStates, type CellState, type CellView } from './cell-state.ts'
import { CellOfForm } from './cell.tsx'
import './grid.css'

/** An example of each state, drawn by the grid's own cell. */
export function exampleOf(state: CellState): CellView {
  const figure = { ...blankCell, text: '320' }
  switch (state) {
    case 'input':
    case 'focused':
    case 'selected':
      return figure
    case 'computed':
      return { ...figure, kind: 'computed' }
    case 'blocked':
      return { ...blankCell, text: '×', kind: 'blocked', align: 'center' }
    case 'not-applicable':
      return { ...blankCell, text: '/', notApplicable: true, align: 'center' }
    case 'carried':
      return { ...figure, kind: 'computed', carried: true }
    case 'changed':
      return { ...figure, changed: true }
    case 'remark':
      return { ...figure, remark: true }
    case 'error':
      return { ...figure, mark: 'error' }
    case 'query':
      return { ...figure, mark: 'query' }
    case 'explained':
      return { ...figure, mark: 'explained' }
    case 'refused':
      return { ...blankCell, text: '约三百', refused: true }
  }
}

/** The meaning of the cells' colours and signs. */
export function Legend() {
  const t = useText('fill')
  return (
    <table className="form legend">
      <tbody>
        {cellStates.map((state) => (
          <tr key={state} className={`legend-${state}`}>
            <CellOfForm view={exampleOf(state)} />
            <th scope="row">{t.states(state)}</th>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
