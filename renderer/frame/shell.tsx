import { Spin } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useText } from '../text/language.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { PageHeader } from './header.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { LostNotice } from './lost-notice.tsx'
import { pageOfDigit } from '../place/page-names.ts'
import { Navigation, type NavigationPages } from './navigation.tsx'
import { go, hashOf, parsePlace, usePlace } from '../place/router.ts'
import { useNavCounts } from './use-nav-counts.ts'
import './shell.css'

const JumpDialog = lazy(() => import('./jump-dialog.tsx').then((module) => ({ default: module.JumpDialog })))

/** The frame around every page: header, navigation and global keys. */
export function Shell({ pages, children }: { pages: NavigationPages; children: ReactNode }) {
  const t = useText('frame')
  const { page } = usePlace()
  const counts = useNavCounts()
  const [dialog, setDialog] = useState<'jump' | 'help' | null>(null)
  const close = () => setDialog(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setDialog('jump')
      }
      // Printing a filing opens its print preview, because the form is printed and not the screen.
      if (event.ctrlKey && event.key.toLowerCase() === 'p' && ['fill', 'checks', 'handover'].includes(parsePlace(location.hash).page)) {
        event.preventDefault()
        go(hashOf('handover', [], { unit: parsePlace(location.hash).query['unit'], print: '1' }))
      }
      const target = event.altKey && !event.ctrlKey && !event.metaKey ? pageOfDigit(pages, event.code.replace('Digit', '')) : null
      if (target !== null) {
        event.preventDefault()
        go(hashOf(target))
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [pages])
  return (
    <div className="shell">
      <a
        className="skip-link"
        href="#content"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('content')?.focus()
        }}
      >
        {t.skip}
      </a>
      <PageHeader onJump={() => setDialog('jump')} onHelp={() => setDialog('help')} />
      <LostNotice />
      <div className="shell-body">
        <Navigation pages={pages} counts={counts} />
        <main id="content" className="shell-content" tabIndex={-1}>
          <ErrorBoundary where={page}>
            <Suspense fallback={<Waiting />}>{children}</Suspense>
          </ErrorBoundary>
        </main>
      </div>
      {dialog === 'jump' && (
        <Suspense fallback={null}>
          <JumpDialog pages={pages} onClose={close} />
        </Suspense>
      )}
      {dialog === 'help' && <HelpDialog onClose={close} />}
    </div>
  )
}

/** A waiting sign, shown only after a noticeable delay. */
export function Waiting() {
  const t = useText('frame')
  return (
    <div className="waiting">
      <Spin delay={150} description={t.loading}>
        <div />
      </Spin>
    </div>
  )
}
