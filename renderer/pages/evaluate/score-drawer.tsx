import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { consolidationApi, type ItemScore } from '../../../shared/api/consolidation.ts'
import { useAction } from '../../api/use-query.ts'
import { useText } from '../../text/language.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { SideDrawer } from '../../ui/side-drawer.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { pointsText, scoreFault } from './evaluation-items.ts'
import type { EvidenceState } from './use-evidence.ts'

type ScoreDrawerProps = { item: ItemScore; evidence: EvidenceState; onClose: () => void }

/** The form for a person's score of one item, with its evidence; a deduction needs its reason. Only a valid score is kept. */
export function ScoreDrawer({ item, evidence, onClose }: ScoreDrawerProps) {
  const t = useText('evaluate')
  const { listComma } = useText('common')
  const keep = useAction(consolidationApi.score)
  const [score, setScore] = useState(item.score ?? '')
  const [reason, setReason] = useState(item.reason)
  const [tried, setTried] = useState(false)
  const points = pointsText(item.points)
  const fault = scoreFault(score, reason, item.points)
  const sentence =
    fault === null
      ? null
      : { missing: t.scoreNeeded, 'not-a-number': t.scoreNotNumber, 'too-high': t.scoreTooHigh(points), 'reason-missing': t.reasonNeeded }[
          fault
        ]
  const send = async (value: string | null, why: string) => {
    if ((await keep.run({ params: { item: item.code }, input: { points: value, reason: why } })) !== undefined) onClose()
  }
  const save = () => {
    setTried(true)
    if (fault === null) void send(score.trim(), reason.trim())
  }
  const footer = (
    <div className="row">
      <Button type="primary" loading={keep.running} onClick={save}>
        {t.save}
      </Button>
      <span className="grow" />
      {item.score !== null && <Button onClick={() => void send(null, '')}>{t.clear}</Button>}
    </div>
  )
  const scoreError = tried && fault !== null && fault !== 'reason-missing' ? sentence : null
  const reasonError = tried && fault === 'reason-missing' ? sentence : null
  return (
    <SideDrawer open title={t.scoring(item.code, item.title)} onClose={onClose} width={420} footer={footer}>
      <Form layout="vertical" onFinish={save}>
        {item.responsible.length > 0 && (
          <p className="secondary">
            {t.responsible} {item.responsible.join(listComma)}
          </p>
        )}
        <Form.Item label={t.scoreLabel(points)} htmlFor="score" validateStatus={scoreError === null ? '' : 'error'} help={scoreError}>
          <div className="row">
            <Input
              id="score"
              className="score-input"
              inputMode="decimal"
              autoFocus
              value={score}
              onChange={(event) => setScore(event.target.value)}
            />
            <Button onClick={() => setScore(points)}>{t.full}</Button>
          </div>
        </Form.Item>
        <Form.Item
          label={t.reasonLabel}
          htmlFor="reason"
          validateStatus={reasonError === null ? '' : 'error'}
          help={reasonError}
          extra={t.reasonHint}
        >
          <Input.TextArea id="reason" rows={4} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Form.Item>
        <button type="submit" hidden />
        <FailureNotice failure={keep.failure} />
      </Form>
      <EvidenceList item={item} evidence={evidence} />
    </SideDrawer>
  )
}
