import { CheckCircleOutlined, CloseCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Finding } from '../../shared/check/findings.ts'
import { useText } from '../text/language.tsx'
import { ExplanationField } from './explanation-field.tsx'
import { useFindingSentence } from './use-finding-sentence.ts'
import { FindingFrame, JumpToCell } from './finding-frame.tsx'

type FindingCardProps = {
  finding: Finding
  /** The table and cell of the finding, shown before the sentence. */
  place?: ReactNode
  onJump?: () => void
  /** Keeps an explanation; null when explanations are only shown. */
  onExplain: ((text: string) => void) | null
}

/** A finding of a check: the broken rule, its reason, a link to the cell and, for a query, the explanation. */
export function FindingCard({ finding, place, onJump, onExplain }: FindingCardProps) {
  const t = useText('fill')
  const sentence = useFindingSentence()(finding)
  // A query's card begins with the question, an error's card with the broken rule.
  const asked = finding.level === 'query' && finding.because !== ''
  const main = asked ? finding.because : sentence
  const detail = asked ? sentence : finding.because
  const icon =
    finding.level === 'error' ? (
      <CloseCircleOutlined className="finding-red" />
    ) : finding.explained ? (
      <CheckCircleOutlined />
    ) : (
      <QuestionCircleOutlined className="finding-amber" />
    )
  return (
    <FindingFrame icon={icon} label={finding.check} level={finding.level}>
      <div>
        {place !== undefined && <div className="small secondary">{place}</div>}
        <span>{main}</span>
      </div>
      {detail !== '' && <div className="small secondary">{detail}</div>}
      <div className="row">
        {onJump !== undefined && <JumpToCell onJump={onJump} />}
        <span className="small secondary">{finding.check}</span>
        {finding.explained && <span className="small finding-done">{t.explained}</span>}
      </div>
      {finding.level === 'query' && (onExplain !== null || finding.explanation !== null) && (
        <ExplanationField key={finding.key} held={finding.explanation} onExplain={onExplain} />
      )}
    </FindingFrame>
  )
}
