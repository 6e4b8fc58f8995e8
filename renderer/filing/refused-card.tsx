import { CloseCircleOutlined } from '@ant-design/icons'
import type { Problem } from '../../shared/problem.ts'
import { problemSentence } from '../../shared/text/problem-sentences.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { FindingFrame, JumpToCell } from './finding-frame.tsx'

/** A refused entry: its cell, the reason and a link. */
export function RefusedCard({ place, problem, onJump }: { place: string; problem: Problem | null; onJump: () => void }) {
  const t = useText('checks')
  const { language } = useLanguage()
  return (
    <FindingFrame icon={<CloseCircleOutlined className="finding-red" />}>
      <div>
        <div className="small secondary">{place}</div>
        <span>{problem === null ? t.refusedTitle : problemSentence(problem, language)}</span>
      </div>
      <div>
        <JumpToCell onJump={onJump} />
      </div>
    </FindingFrame>
  )
}
