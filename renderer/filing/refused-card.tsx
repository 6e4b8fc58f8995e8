import { CloseCircleOutlined } from '@ant-design/icons'
import type { Problem } from '../../shared/problem.ts'
import { problemSentence } from '../../shared/text/problem-sentences.ts'
import { checks } from '../text/checks.ts'
import { fill } from '../text/fill.ts'
import { useLanguage, useText } from '../text/language.tsx'
import './finding-card.css'

/** Text that does not fit its cell, kept as it was typed: why, and the way to the cell. */
export function RefusedCard({ place, problem, onJump }: { place: string; problem: Problem | null; onJump: () => void }) {
  const t = useText(checks)
  const { jumpToCell } = useText(fill)
  const { lang } = useLanguage()
  return (
    <article className="finding">
      <div className="finding-icon">
        <CloseCircleOutlined className="finding-red" />
      </div>
      <div className="grow stack-small">
        <div>
          <div className="small secondary">{place}</div>
          <span>{problem === null ? t.refusedTitle : problemSentence(problem, lang)}</span>
        </div>
        <div>
          <button type="button" className="link-button small" onClick={onJump}>
            → {jumpToCell}
          </button>
        </div>
      </div>
    </article>
  )
}
