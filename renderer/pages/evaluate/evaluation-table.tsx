import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { EvaluationView, ItemScore } from '../../../shared/api/consolidation.ts'
import type { EvidenceView } from '../../../shared/api/evidence.ts'
import { compare, fromText } from '../../../shared/decimal/decimal.ts'
import { useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import { flatItems, leafItems, pointsText } from './evaluation-items.ts'

type EvaluationTableProps = {
  evaluation: EvaluationView
  /** The evidence on file, by item. */
  files: ReadonlyMap<string, readonly EvidenceView[]>
  onScore: (item: ItemScore) => void
  onEvidence: (item: ItemScore) => void
  /** The item to which a drop would add the dragged files. */
  target: string | null
}

/** The evaluation as a table: the tree of items, which can be folded, with the total last. */
export function EvaluationTable({ evaluation, files, onScore, onEvidence, target }: EvaluationTableProps) {
  const t = useText('evaluate')
  const e = useText('evidence')
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const lines = useMemo(() => flatItems(evaluation.items, folded), [evaluation.items, folded])
  const missing = leafItems(evaluation.items).filter((item) => item.score === null).length
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
            <th>{e.evidence}</th>
            <th>{t.responsible}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ item, depth }) => (
            <ItemRow
              key={item.code}
              item={item}
              depth={depth}
              folded={folded.has(item.code)}
              targeted={item.code === target}
              evidenceCount={files.get(item.code)?.length ?? 0}
              onFold={() => fold(item.code)}
              onScore={() => onScore(item)}
              onEvidence={() => onEvidence(item)}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{t.total}</td>
            <td className="number figure">{pointsText(evaluation.full)}</td>
            <td className="number figure">{pointsText(evaluation.score)}</td>
            <td colSpan={4}>{missing === 0 ? evaluation.grade : t.unscoredTotal(countText(missing))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

type ItemRowProps = {
  item: ItemScore
  /** The depth of the item in the tree; 0 at the top. */
  depth: number
  folded: boolean
  targeted: boolean
  evidenceCount: number
  onFold: () => void
  onScore: () => void
  onEvidence: () => void
}

function ItemRow({ item, depth, folded, targeted, evidenceCount, onFold, onScore, onEvidence }: ItemRowProps) {
  const t = useText('evaluate')
  const e = useText('evidence')
  const { listComma } = useText('common')
  return (
    <tr
      data-item={item.items.length > 0 ? undefined : item.code}
      className={item.items.length > 0 ? 'evaluation-parent' : targeted ? 'evaluation-target' : undefined}
    >
      <td style={{ paddingLeft: 8 + depth * 22 }}>
        {item.items.length > 0 ? (
          <button type="button" className="fold-button" aria-expanded={!folded} title={folded ? t.unfold : t.fold} onClick={onFold}>
            {folded ? '▸' : '▾'}
          </button>
        ) : (
          <span className="fold-button" />
        )}
        <span className="secondary">{item.code}</span> {item.title}
      </td>
      <td className="number figure">{pointsText(item.points)}</td>
      <td className="number figure">
        {item.how === 'manual' && item.score === null ? (
          <span className="unscored">{t.unscoredItem}</span>
        ) : (
          <strong className={isDeducted(item) ? 'deducted' : undefined}>{pointsText(item.score)}</strong>
        )}
      </td>
      <td className="evaluation-act">
        {item.how === 'manual' ? (
          <Button size="small" type={item.score === null ? 'primary' : 'default'} ghost={item.score === null} onClick={onScore}>
            {item.score === null ? t.enterScore : t.changeScore}
          </Button>
        ) : (
          <span className="secondary small" title={item.explain}>
            {t.how(item.how)}
          </span>
        )}
      </td>
      <td>
        {item.reason}
        {item.flags.includes('reason-missing') && <span className="unmet">✗ {e.reasonMissing}</span>}
      </td>
      <td className="evaluation-evidence">
        {item.items.length === 0 && <EvidenceButton item={item} count={evidenceCount} onOpen={onEvidence} />}
      </td>
      <td className="secondary">
        {item.responsible.join(listComma)}
        {item.deadline !== null && <div className="small">{e.deadline(item.deadline)}</div>}
      </td>
    </tr>
  )
}

function EvidenceButton({ item, count, onOpen }: { item: ItemScore; count: number; onOpen: () => void }) {
  const e = useText('evidence')
  return (
    <Button
      size="small"
      type="text"
      aria-label={e.open(item.code)}
      onClick={onOpen}
      className={count === 0 && item.evidence ? 'evidence-missing' : count === 0 ? 'evidence-none' : undefined}
    >
      {count > 0 ? e.count(countText(count)) : item.evidence ? `! ${e.missing}` : e.add}
    </Button>
  )
}

function isDeducted(item: ItemScore): boolean {
  const score = item.score === null ? null : fromText(item.score)
  const points = fromText(item.points)
  return score !== null && points !== null && compare(score, points) < 0
}
