import type { ReactNode } from 'react'
import { useText } from '../text/language.tsx'
import './finding-card.css'

type FindingFrameProps = { icon: ReactNode; label?: string; level?: 'error' | 'query'; children: ReactNode }

/** The frame of every card about a cell: a sign at the left, the text beside the sign. */
export function FindingFrame({ icon, label, level, children }: FindingFrameProps) {
  return (
    <article className={level === undefined ? 'finding' : `finding finding-${level}`} aria-label={label}>
      <div className="finding-icon">{icon}</div>
      <div className="grow stack-small">{children}</div>
    </article>
  )
}

/** The link to the cell of a card. */
export function JumpToCell({ onJump }: { onJump: () => void }) {
  const t = useText('fill')
  return (
    <button type="button" className="link-button small" onClick={onJump}>
      → {t.jumpToCell}
    </button>
  )
}
