import type { ReactNode } from 'react'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import type { GridModel, Position } from '../../grid/grid-model.ts'
import { useText } from '../../text/language.tsx'
import { Formula } from '../../ui/formula.tsx'
import { useCellRule } from './cell-rule.ts'

/** 指标解释: the meaning of the current row and column, the allowed entries or the formula, and the checks of the current cell. */
export function HelpPanel({ scheme, model, position }: { scheme: Scheme; model: GridModel; position: Position }) {
  const t = useText('fill')
  const ruleOf = useCellRule()
  const cell = model.cellAt(position)
  const column = model.columns[position.column]
  const row = model.rows[position.row]?.body?.row
  const ref = model.refAt(position)
  const checks = scheme.checks.filter((check) =>
    check.instances.some((instance) => instance.at === ref || instance.bound.cells.includes(ref)),
  )
  const said = [row?.help, row?.note, column?.help, column?.note].some((text) => text !== undefined && text !== '')
  return (
    <dl className="help-panel">
      {row !== undefined && <HelpPart title={`${t.helpRow} ${row.code}`} name={row.path.join(' ')} texts={[row.help, row.note]} />}
      {column !== undefined && (
        <HelpPart title={`${t.helpColumn} ${column.code}`} name={column.path.join(' ')} texts={[column.help, column.note]} />
      )}
      {!said && <p className="small secondary">{t.helpNone}</p>}
      {cell !== null && cell.quantity !== '' && <HelpPart title={t.helpUnit} name={cell.quantity} texts={[]} />}
      {cell !== null && (
        <HelpPart
          title={cell.state === 'computed' ? t.helpFormula : t.helpAllowed}
          name={cell.state === 'computed' ? <Formula scheme={scheme} bound={cell.formula} source={cell.source} at={cell} /> : ruleOf(cell)}
          texts={[]}
        />
      )}
      {checks.length > 0 && (
        <>
          <dt>{t.helpChecks}</dt>
          {checks.map((check) => (
            <dd key={check.id} title={check.source}>
              <span className="secondary small">{check.id}</span> {check.message}
            </dd>
          ))}
        </>
      )}
    </dl>
  )
}

function HelpPart({ title, name, texts }: { title: string; name: ReactNode; texts: readonly string[] }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <div>{name}</div>
        {texts.filter(Boolean).map((text) => (
          <div key={text} className="help-text">
            {text}
          </div>
        ))}
      </dd>
    </>
  )
}
