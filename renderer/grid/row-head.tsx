import type { ColumnWidths } from './column-widths.ts'
import { stubLeft } from './grid-head.tsx'
import type { GridRow } from './grid-model.ts'

/** The head of a row: its titles and code, or the number of a line. */
export function RowHead({ row: { body, code }, widths }: { row: GridRow; widths: ColumnWidths }) {
  if (body === null) {
    return (
      <th scope="row" className="frozen first stub-ordinal" style={{ left: 0 }}>
        {code}
      </th>
    )
  }
  return (
    <>
      {body.stub.map((stub) => (
        <th
          key={stub.column}
          scope={stub.rowSpan > 1 ? 'rowgroup' : 'row'}
          rowSpan={stub.rowSpan}
          colSpan={stub.colSpan}
          className={`frozen stub${stub.rowSpan > 1 ? ' stub-group' : ''}${stub.column === 0 ? ' first' : ''}`}
          style={{ left: stubLeft(widths, stub.column), paddingLeft: 6 + stub.indent * 14 }}
        >
          {stub.title}
        </th>
      ))}
      <td className="frozen stub-code" style={{ left: stubLeft(widths, widths.stubs.length) }}>
        {code}
      </td>
    </>
  )
}
