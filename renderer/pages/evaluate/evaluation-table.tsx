import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { EvaluationView, ItemScore } from '../../../shared/api/consolidation.ts'
import { compare, fromText } from '../../../shared/decimal/decimal.ts'
import { useText } from '../../text/language.tsx'
import { evaluate } from '../../text/evaluate.ts'
import { flatItems, pointsText } from './items.ts'

/** The evaluation as a table: the tree of items, folded where wished, with the total last. */
export function EvaluationTable({ evaluation, onScore }: { evaluation: EvaluationView; onScore: (item: ItemScore) => void }) {
  const t = useText(evaluate)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const lines = useMemo(() => flatItems(evaluation.items, folded), [evaluation.items, folded])
  const fold = (code: string) => {
    const next = new Set(folded)
    if (!next.delete(code)) next.add(code)
    setFolded(next)
  }
  return (
    <div className="card evaluation-table">
      <table className="plain-table">
        <thead>
          <tr>
            <th className="evaluation-item">{t.item}</th>
            <th className="number">{t.points}</th>
            <th className="number">{t.score}</th>
            <th />
            <th>{t.reason}</th>
            <th>{t.responsible}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ item, depth }) => (
            <tr key={item.code} className={item.items.length > 0 ? 'evaluation-parent' : undefined}>
              <td style={{ paddingLeft: 8 + depth * 22 }}>
                {item.items.length > 0 ? (
                  <button type="button" className="fold-button" aria-expanded={!folded.has(item.code)} title={folded.has(item.code) ? t.unfold : t.fold} onClick={() => fold(item.code)}>
                    {folded.has(item.code) ? '▸' : '▾'}
                  </button>
                ) : (
                  <span className="fold-button" />
                )}
                <span className="secondary">{item.code}</span> {item.title}
              </td>
              <td className="number figure">{pointsText(item.points)}</td>
              <td className="number figure">
                <strong className={isDeducted(item) ? 'deducted' : undefined}>{pointsText(item.score)}</strong>
              </td>
              <td>
                {item.how === 'manual' ? (
                  <Button size="small" type={item.score === null ? 'primary' : 'default'} ghost={item.score === null} onClick={() => onScore(item)}>
                    {item.score === null ? t.enterScore : t.changeScore}
                  </Button>
                ) : (
                  <span className="secondary small" title={item.explain}>
                    {t.how(item.how)}
                  </span>
                )}
              </td>
              <td>{item.reason}</td>
              <td className="secondary">{item.responsible.join('、')}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{t.total}</td>
            <td className="number figure">{pointsText(evaluation.full)}</td>
            <td className="number figure">{pointsText(evaluation.score)}</td>
            <td colSpan={3}>{evaluation.grade}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function isDeducted(item: ItemScore): boolean {
  const score = item.score === null ? null : fromText(item.score)
  const points = fromText(item.points)
  return score !== null && points !== null && compare(score, points) < 0
}
