import { Button, Tag } from 'antd'
import { useEffect, useRef } from 'react'
import type { ParameterView } from '../../../shared/api/parameters.ts'
import { useTask } from '../../place/workspace-context.tsx'
import { useText } from '../../text/language.tsx'
import { Figure } from '../../ui/figure.tsx'
import { currentValue, type DatedValue } from './own-value-fields.ts'

type ParameterTableProps = {
  parameters: readonly ParameterView[]
  /** The parameter of the address; scrolled into view. */
  asked: string | null
  /** The acts on values; null when values cannot be changed. */
  acts: {
    add: (parameter: ParameterView) => void
    change: (parameter: ParameterView, value: DatedValue) => void
    remove: (parameter: ParameterView, value: DatedValue) => void
  } | null
}

/** Every parameter with the value in force and all dated values, each with its source; the county's own are marked. */
export function ParameterTable({ parameters, asked, acts }: ParameterTableProps) {
  const t = useText('parameters')
  const { period } = useTask()
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    table.current?.querySelector('.parameter-asked')?.scrollIntoView({ block: 'nearest' })
  }, [asked])
  return (
    <div className="card parameter-card">
      <table ref={table} className="plain-table parameter-table">
        <thead>
          <tr>
            <th scope="col">{t.parameter}</th>
            <th scope="col">{t.unit}</th>
            <th scope="col" className="number">
              {t.inForce}
            </th>
            <th scope="col">{t.from}</th>
            <th scope="col" className="number">
              {t.value}
            </th>
            <th scope="col">{t.source}</th>
            <th scope="col" />
          </tr>
        </thead>
        {parameters.map((parameter) => {
          const current = currentValue(parameter, period)
          const lines = parameter.values.length > 0 ? parameter.values : [null]
          return (
            <tbody key={parameter.name} className={parameter.name === asked ? 'parameter-asked' : undefined}>
              {lines.map((value, index) => (
                <tr key={value?.from ?? ''} className={value !== null && value === current ? 'parameter-current' : undefined}>
                  {index === 0 && (
                    <>
                      <th scope="rowgroup" rowSpan={lines.length}>
                        <div className="parameter-name">
                          <span className="grow">{parameter.name}</span>
                          {acts !== null && (
                            <Button size="small" onClick={() => acts.add(parameter)}>
                              {t.add}
                            </Button>
                          )}
                        </div>
                      </th>
                      <td rowSpan={lines.length} className="secondary parameter-unit">
                        {parameter.unit}
                      </td>
                      <td rowSpan={lines.length} className="number">
                        {parameter.inForce === null ? (
                          <span className="secondary small">{t.noneInForce}</span>
                        ) : (
                          <Figure value={parameter.inForce} className="parameter-force" />
                        )}
                      </td>
                    </>
                  )}
                  {value !== null && <ValueCells value={value} current={value === current} parameter={parameter} acts={acts} />}
                </tr>
              ))}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}

function ValueCells({
  value,
  current,
  parameter,
  acts,
}: {
  value: DatedValue
  current: boolean
  parameter: ParameterView
  acts: ParameterTableProps['acts']
}) {
  const t = useText('parameters')
  return (
    <>
      <td className="figure">
        {value.from} {current && <span className="met small">✓ {t.current}</span>}
      </td>
      <td className="number">
        <Figure value={value.value} />
      </td>
      <td>
        {value.own && <Tag>{t.own}</Tag>}
        {value.source}
      </td>
      <td className="number">
        {acts !== null && value.own && (
          <div className="row parameter-acts">
            <Button size="small" aria-label={t.changeLabel(parameter.name, value.from)} onClick={() => acts.change(parameter, value)}>
              {t.change}
            </Button>
            <Button size="small" aria-label={t.removeLabel(parameter.name, value.from)} onClick={() => acts.remove(parameter, value)}>
              {t.remove}
            </Button>
          </div>
        )}
      </td>
    </>
  )
}
