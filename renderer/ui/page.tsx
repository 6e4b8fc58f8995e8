import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useText } from '../text/language.tsx'
import './page.css'

type PageProps = {
  title: string
  /** The page's state in words, on one line. */
  state?: ReactNode
  /** The one primary action, after any lesser actions. */
  action?: ReactNode
  /** Fills the height of the window instead of scrolling as a whole. */
  full?: boolean
  children: ReactNode
}

/** Names the browser's tab after a page. */
export function usePageTitle(title: string): void {
  const { product } = useText('frame')
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
}

/** A page: title, its state in words, one primary action at the right, then the content. */
export function Page({ title, state, action, full, children }: PageProps) {
  usePageTitle(title)
  return (
    <div className={full === true ? 'page page-full' : 'page'}>
      <header className="page-head">
        <div className="grow">
          <h1>{title}</h1>
          {state !== undefined && (
            <div className="page-state" aria-live="polite">
              {state}
            </div>
          )}
        </div>
        {action !== undefined && <div className="row page-action">{action}</div>}
      </header>
      <div className="page-content">{children}</div>
    </div>
  )
}
