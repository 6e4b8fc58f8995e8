import type { ReactNode } from 'react'
import { fillText } from '../text/fill.ts'
import { useText } from '../text/language.tsx'
import './finding-card.css'

type FindingFrameProps = { icon: ReactNode; label?: string; level?: 'error' | 'query'; children: ReactNode }

/** What every card about a cell looks like: a sign at the left, what is to be said beside it. */
export function FindingFrame({ icon, label, level, children }: FindingFrameProps) {
  return (
    <article className={level === undefined ? 'finding' : `finding finding-${level}`} aria-label={label}>
      <div className="finding-icon">{icon}</div>
      <div className="grow stack-small">{children}</div>
    </article>
  )
}

/** The way to the cell that a card is about. */
export function JumpToCell({ onJump }: { onJump: () => void }) {
  const t = useText(fillText)
  return (
    <button type="button" className="link-button small" onClick={onJump}>
      → {t.jumpToCell}
    </button>
  )
}
