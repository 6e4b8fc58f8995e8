import type { EvaluationView } from '../../../shared/api/consolidation.ts'
import { useText } from '../../text/language.tsx'
import { pointsText } from './evaluation-items.ts'

type Department = EvaluationView['departments'][number]

/** Each department with its items, its points, and its filing against the deadline. */
export function DepartmentTable({ departments }: { departments: readonly Department[] }) {
  const t = useText('evaluate')
  const e = useText('evidence')
  const { listComma } = useText('common')
  return (
    <div className="card evaluation-table">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{e.department}</th>
            <th scope="col">{e.leads}</th>
            <th scope="col">{e.joins}</th>
            <th scope="col" className="number">
              {t.points}
            </th>
            <th scope="col" className="number">
              {t.score}
            </th>
            <th scope="col">{e.due}</th>
            <th scope="col">{e.filed}</th>
          </tr>
        </thead>
        <tbody>
          {departments.map((department) => (
            <tr key={department.department}>
              <th scope="row">{department.department}</th>
              <td>{department.leads.join(listComma)}</td>
              <td className="secondary">{department.joins.join(listComma)}</td>
              <td className="number figure">{pointsText(department.points)}</td>
              <td className="number figure">
                <strong>{pointsText(department.score)}</strong>
              </td>
              <td className="figure">{department.deadline}</td>
              <td>
                <FiledText department={department} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function FiledText({ department: { unit, filedOn, late } }: { department: Department }) {
  const e = useText('evidence')
  const text = unit === null ? e.notOnRoster : filedOn === null ? e.notFiled : e.filedOn(filedOn.slice(0, 10))
  return (
    <>
      <span className={filedOn === null ? 'secondary' : undefined}>{text}</span> {late && <span className="unmet">✗ {e.late}</span>}
    </>
  )
}
