import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { ReportView } from '../../../shared/api/report.ts'
import { originSentence } from '../../../shared/text/origin-sentence.ts'
import { useScheme } from '../../place/workspace-context.tsx'
import { useLanguage, useText } from '../../text/language.tsx'
import { placeholderToFind, markPlaceholders, letterDocument } from './letter-document.ts'

type ReportPaperProps = { view: ReportView; chosen: number | null; onChoose: (figure: number) => void }

/** The report in a frame that runs no scripts; each figure is a button with its origin as title. */
export function ReportPaper({ view, chosen, onChoose }: ReportPaperProps) {
  const t = useText('report')
  const scheme = useScheme()
  const { language } = useLanguage()
  const frame = useRef<HTMLIFrameElement>(null)
  const [loaded, setLoaded] = useState(0)
  const source = useMemo(() => letterDocument(view.html), [view.html])
  const choose = useEffectEvent(onChoose)
  useEffect(() => {
    const paper = frame.current?.contentDocument
    if (paper === null || paper === undefined || loaded === 0) return
    markPlaceholders(paper, view.unresolved.map(placeholderToFind))
    for (const span of figuresOf(paper)) {
      const origin = view.figures[indexOf(span)]?.origin
      span.tabIndex = 0
      span.setAttribute('role', 'button')
      if (origin !== undefined) span.title = originSentence(scheme, origin, language)
    }
    const act = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Enter') return
      // Links of a template stay text here, because nothing may lead out of the paper.
      if (event.type === 'click') event.preventDefault()
      const span = (event.target as Element | null)?.closest<HTMLElement>('[data-figure]')
      if (span !== null && span !== undefined) choose(indexOf(span))
    }
    paper.addEventListener('click', act)
    paper.addEventListener('keydown', act)
    return () => {
      paper.removeEventListener('click', act)
      paper.removeEventListener('keydown', act)
    }
  }, [loaded, view, scheme, language])
  useEffect(() => {
    const paper = frame.current?.contentDocument
    if (paper === null || paper === undefined) return
    for (const span of figuresOf(paper)) span.classList.toggle('chosen', indexOf(span) === chosen)
    paper.querySelector('.chosen')?.scrollIntoView({ block: 'nearest' })
  }, [chosen, loaded])
  return (
    <iframe
      ref={frame}
      className="report-paper"
      title={t.preview}
      srcDoc={source}
      sandbox="allow-same-origin"
      onLoad={() => setLoaded((times) => times + 1)}
    />
  )
}

function figuresOf(paper: Document): HTMLElement[] {
  return [...paper.querySelectorAll<HTMLElement>('[data-figure]')]
}

function indexOf(span: HTMLElement): number {
  return Number(span.dataset['figure'])
}
