import type { ReactNode } from 'react'
import './empty-page.css'

/** A page without content: the reason, and the next step as one button (docs/design/pages.md: Waiting). */
export function EmptyPage({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty-page">
      <h2>{title}</h2>
      {children !== undefined && <div className="secondary">{children}</div>}
      {action !== undefined && <div className="empty-page-action">{action}</div>}
    </div>
  )
}
