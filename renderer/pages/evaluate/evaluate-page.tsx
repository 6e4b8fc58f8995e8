import { Button } from 'antd'
import { useState } from 'react'
import { consolidationApi, type ItemScore } from '../../../shared/api/consolidation.ts'
import { useQuery } from '../../api/use-query.ts'
import { go, hashOf } from '../../frame/router.ts'
import { Waiting } from '../../frame/shell.tsx'
import { useText } from '../../text/language.tsx'
import { evaluate } from '../../text/evaluate.ts'
import { EmptyPage } from '../../ui/empty-page.tsx'
import { countText } from '../../ui/figure.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { EvaluationTable } from './evaluation-table.tsx'
import { pointsText, unscoredItems } from './items.ts'
import { ScoreDrawer } from './score-drawer.tsx'
import './evaluate.css'

/** 评价: the tree of scored items, by formula or by a person, with the total, the grade and the vetoes. */
export function EvaluatePage() {
  const t = useText(evaluate)
  const evaluation = useQuery(consolidationApi.evaluation, {})
  const [scored, setScored] = useState<ItemScore | null>(null)
  const { data } = evaluation
  const left = data === undefined ? [] : unscoredItems(data.items)
  const next = left[0]
  const state =
    data === undefined || data.items.length === 0
      ? undefined
      : (data.score === null ? t.noScore(pointsText(data.full)) : t.evaluationState(pointsText(data.score), pointsText(data.full))) + (data.grade === null ? '' : t.grade(data.grade)) + (left.length > 0 ? t.unscored(countText(left.length)) : '')
  return (
    <Page full title={t.title} state={state} action={next === undefined ? undefined : <Button type="primary" onClick={() => setScored(next)}>{t.scoreNext(next.code)}</Button>}>
      <FailureNotice failure={evaluation.failure} retry={evaluation.reload} />
      {data === undefined && evaluation.failure === null && <Waiting />}
      {data !== undefined && data.items.length === 0 && (
        <EmptyPage title={t.noEvaluationTitle} action={<Button type="primary" onClick={() => go(hashOf('consolidate'))}>{t.toTotals}</Button>}>
          {t.noEvaluationText}
        </EmptyPage>
      )}
      {data !== undefined && data.vetoes.length > 0 && (
        <Notice tone="error" title={t.vetoTitle}>
          {data.vetoes.map((veto) => (
            <div key={veto.code}>
              {veto.code} {t.veto(veto.text, veto.effect)}
            </div>
          ))}
        </Notice>
      )}
      {data !== undefined && data.items.length > 0 && <EvaluationTable evaluation={data} onScore={setScored} />}
      {scored !== null && <ScoreDrawer key={scored.code} item={scored} onClose={() => setScored(null)} />}
    </Page>
  )
}
