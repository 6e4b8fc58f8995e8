import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { consolidationApi, type EvaluationView, type ItemScore } from '../../../shared/api/consolidation.ts'
import { findItem } from '../../../shared/evaluation/find-item.ts'
import type { PageSentences } from '../../../shared/text/page-sentences.ts'
import { useQuery } from '../../api/use-query.ts'
import { go, hashOf } from '../../place/router.ts'
import { Waiting } from '../../frame/shell.tsx'
import { useText } from '../../text/language.tsx'
import { EmptyPage } from '../../ui/empty-page.tsx'
import { DropCover } from '../../ui/file-drop.tsx'
import { countText } from '../../ui/figure.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { SideDrawer } from '../../ui/side-drawer.tsx'
import { DepartmentTable } from './department-table.tsx'
import { EvaluationTable } from './evaluation-table.tsx'
import { EvidenceIntakeNotice } from './evidence-intake.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { leafItems, pointsText, uncomputedItems, unscoredItems } from './evaluation-items.ts'
import { ScoreDrawer } from './score-drawer.tsx'
import { useEvidence } from './use-evidence.ts'
import './evaluate.css'

type Opened = { act: 'score' | 'evidence'; code: string }

/** 评价: the tree of scored items, by formula or by a person, with evidence, the total, the grade and the vetoes. */
export function EvaluatePage() {
  const t = useText('evaluate')
  const e = useText('evidence')
  const evaluation = useQuery(consolidationApi.evaluation, {})
  const [opened, setOpened] = useState<Opened | null>(null)
  const [view, setView] = useState<'items' | 'departments'>('items')
  const { data } = evaluation
  const item = data === undefined || opened === null ? null : findItem(data.items, opened.code)
  const evidence = useEvidence(item)
  const left = data === undefined ? [] : unscoredItems(data.items)
  const next = left[0]
  const lacking =
    data === undefined || !evidence.read
      ? 0
      : leafItems(data.items).filter((leaf) => leaf.evidence && !evidence.files.has(leaf.code)).length
  const state =
    data === undefined || data.items.length === 0 ? undefined : stateText(t, data) + (lacking > 0 ? e.missingState(countText(lacking)) : '')
  const score = (scored: ItemScore) => setOpened({ act: 'score', code: scored.code })
  const close = () => setOpened(null)
  return (
    <Page
      full
      title={t.title}
      state={state}
      action={
        next === undefined ? undefined : (
          <Button type="primary" onClick={() => score(next)}>
            {t.scoreNext(next.code)}
          </Button>
        )
      }
    >
      <FailureNotice failure={evaluation.failure} retry={evaluation.reload} />
      <FailureNotice failure={evidence.failure} />
      {item === null && <EvidenceIntakeNotice intake={evidence.intake} />}
      {evidence.missed && <Notice tone="warning">{e.dropMissed}</Notice>}
      {data === undefined && evaluation.failure === null && <Waiting />}
      {data !== undefined && data.items.length === 0 && <NoEvaluation />}
      {data !== undefined && data.vetoes.length > 0 && <Vetoes vetoes={data.vetoes} />}
      {data !== undefined && data.departments.length > 0 && (
        <div>
          <Segmented
            aria-label={e.view}
            value={view}
            options={[
              { value: 'items', label: e.byItem },
              { value: 'departments', label: e.byDepartment },
            ]}
            onChange={setView}
          />
        </div>
      )}
      {data !== undefined && data.items.length > 0 && view === 'items' && (
        <EvaluationTable
          evaluation={data}
          files={evidence.files}
          onScore={score}
          onEvidence={({ code }) => setOpened({ act: 'evidence', code })}
          target={evidence.over ? evidence.target : null}
        />
      )}
      {data !== undefined && view === 'departments' && <DepartmentTable departments={data.departments} />}
      {item !== null && opened?.act === 'score' && <ScoreDrawer key={item.code} item={item} evidence={evidence} onClose={close} />}
      {item !== null && opened?.act === 'evidence' && (
        <SideDrawer open title={e.title(item.code, item.title)} onClose={close} width={420}>
          <EvidenceList item={item} evidence={evidence} />
        </SideDrawer>
      )}
      <DropCover over={evidence.over} clear>
        {evidence.target === null ? e.dropRow : e.dropHere(evidence.target)}
      </DropCover>
    </Page>
  )
}

function NoEvaluation() {
  const t = useText('evaluate')
  return (
    <EmptyPage
      title={t.noEvaluationTitle}
      action={
        <Button type="primary" onClick={() => go(hashOf('consolidate'))}>
          {t.toTotals}
        </Button>
      }
    >
      {t.noEvaluationText}
    </EmptyPage>
  )
}

function Vetoes({ vetoes }: Pick<EvaluationView, 'vetoes'>) {
  const t = useText('evaluate')
  return (
    <Notice tone="error" title={t.vetoTitle}>
      {vetoes.map((veto) => (
        <div key={veto.code}>
          {veto.code} {t.veto(veto.text, veto.effect)}
        </div>
      ))}
    </Notice>
  )
}

function stateText(t: PageSentences['evaluate'], { score, full, grade, items }: EvaluationView): string {
  const [left, waiting] = [unscoredItems(items).length, uncomputedItems(items).length]
  const points = score === null ? t.noScore(pointsText(full)) : t.evaluationState(pointsText(score), pointsText(full))
  return (
    points +
    (grade === null ? '' : t.grade(grade)) +
    (left > 0 ? t.unscored(countText(left)) : '') +
    (waiting > 0 ? t.uncomputed(countText(waiting)) : '')
  )
}
