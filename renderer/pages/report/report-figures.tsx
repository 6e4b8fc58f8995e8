import { Input } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReportView } from '../../../shared/api/report.ts'
import { originSentence } from '../../../shared/text/origin-sentence.ts'
import { useScheme } from '../../place/workspace-context.tsx'
import { useLanguage, useText } from '../../text/language.tsx'
import { figurePlace } from './figure-place.ts'

type ReportFiguresProps = { figures: ReportView['figures']; chosen: number | null; onChoose: (figure: number) => void }

/** 数据来源: every figure of the report in the order of the text, with its origin and a link. */
export function ReportFigures({ figures, chosen, onChoose }: ReportFiguresProps) {
  const t = useText('report')
  const scheme = useScheme()
  const { language } = useLanguage()
  const [wanted, setWanted] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const origins = useMemo(() => figures.map(({ origin }) => originSentence(scheme, origin, language)), [figures, scheme, language])
  const places = useMemo(() => figures.map((figure) => figurePlace(figure, scheme)), [figures, scheme])
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const shown = figures
    .map((figure, index) => ({ figure, index }))
    .filter(({ figure, index }) => wanted === '' || `${figure.text} ${figure.tag} ${origins[index]}`.includes(wanted.trim()))
  return (
    <section className="card report-figures" aria-label={t.figures}>
      <h2>{t.figures}</h2>
      <p className="secondary small">{figures.length === 0 ? t.noFigures : t.figuresHint}</p>
      {figures.length > 0 && (
        <Input allowClear value={wanted} placeholder={t.search} aria-label={t.search} onChange={(event) => setWanted(event.target.value)} />
      )}
      <ol ref={list} className="figure-list">
        {shown.map(({ figure, index }) => {
          const place = places[index] ?? null
          return (
            <li key={index} aria-current={index === chosen} className={index === chosen ? 'figure-item figure-chosen' : 'figure-item'}>
              <button type="button" className="figure-head" onClick={() => onChoose(index)}>
                <strong className="figure-text" title={figure.text}>
                  {figure.text === '' ? '—' : figure.text}
                </strong>
                <span className="secondary small figure-tag">{`{${figure.tag}}`}</span>
              </button>
              <div className="secondary small figure-origin">{origins[index]}</div>
              {place !== null && (
                <a className="small" href={place.hash}>
                  {t.place(place.kind)}
                </a>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
