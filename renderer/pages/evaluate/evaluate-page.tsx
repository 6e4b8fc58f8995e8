import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { consolidationApi, type EvaluationView, type ItemScore } from '../../../shared/api/consolidation.ts'
import { findItem } from '../../../shared/evaluation/find-item.ts'
import type { PageSentences } from '../../../shared/text/page-sentences.ts'
import { useQuery } from '../../api/use-query.ts'
import { Answered } from '../../frame/answered.tsx'
import { useText } from '../../text/language.tsx'
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

type View = 'items' | 'departments'
type Opened = { act: 'score' | 'evidence'; code: string }

/** 评价: the tree of scored items, by formula or by a person, with evidence, the total, the grade and the vetoes. */
export function EvaluatePage() {
  const t = useText('evaluate')
  const e = useText('evidence')
  const evaluation = useQuery(consolidationApi.evaluation, {})
  const [opened, setOpened] = useState<Opened | null>(null)
  const [view, setView] = useState<View>('items')
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
      <FailureNotice failure={evidence.failure} />
      {item === null && <EvidenceIntakeNotice intake={evidence.intake} />}
      {evidence.missed && <Notice tone="warning">{e.dropMissed}</Notice>}
      <Answered
        query={evaluation}
        empty={{
          when: ({ items }) => items.length === 0,
          title: t.noEvaluationTitle,
          text: t.noEvaluationText,
          act: t.toTotals,
          to: 'consolidate',
        }}
      >
        {(all) => (
          <>
            {all.vetoes.length > 0 && <Vetoes vetoes={all.vetoes} />}
            {all.departments.length > 0 && <ViewChoice view={view} onChoose={setView} />}
            {view === 'items' ? (
              <EvaluationTable
                evaluation={all}
                files={evidence.files}
                onScore={score}
                onEvidence={({ code }) => setOpened({ act: 'evidence', code })}
                target={evidence.over ? evidence.target : null}
              />
            ) : (
              <DepartmentTable departments={all.departments} />
            )}
          </>
        )}
      </Answered>
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

function ViewChoice({ view, onChoose }: { view: View; onChoose: (view: View) => void }) {
  const e = useText('evidence')
  return (
    <div>
      <Segmented
        aria-label={e.view}
        value={view}
        options={[
          { value: 'items', label: e.byItem },
          { value: 'departments', label: e.byDepartment },
        ]}
        onChange={onChoose}
      />
    </div>
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
