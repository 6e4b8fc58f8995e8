import { useEffect, useEffectEvent, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import type { TableProgress } from '../../filing/filing-state.ts'
import { useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import { tableKeyOf } from './table-keys.ts'

export const progressSigns = { done: '✓', begun: '●', empty: '○' } as const

/** The tables of the filing as tabs, each with its progress. Arrow keys walk the tabs; `table-keys.ts` has the keys of the whole page. */
export function TableTabs({
  tables,
  current,
  onChoose,
}: {
  tables: readonly TableProgress[]
  current: string
  onChoose: (code: string) => void
}) {
  const t = useText('fill')
  const { aside } = useText('common')
  const row = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = tables.findIndex(({ table }) => table.code === current)
    const next = tables[(at + step + tables.length) % tables.length]
    if (next === undefined) return
    walking.current = true
    onChoose(next.table.code)
  }

  // The focus moves after the address has changed, because only then is the chosen tab the selected one.
  const walking = useRef(false)
  const toTab = () => row.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus()
  useEffect(() => {
    if (walking.current) toTab()
    walking.current = false
  }, [current])

  const onKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const act = tableKeyOf(event)
    const from = document.activeElement
    if (act === null || from?.closest('[role=dialog]') !== null) return
    event.preventDefault()
    if (act === 'switch') {
      if (row.current?.contains(from) === true) document.querySelector<HTMLElement>('.grid textarea')?.focus()
      else toTab()
      return
    }
    const next = tables[tables.findIndex(({ table }) => table.code === current) + (act === 'next' ? 1 : -1)]
    if (next === undefined) return
    // The blur keeps the typed text before its form goes; the next form takes the focus.
    if (from instanceof HTMLElement) from.blur()
    onChoose(next.table.code)
  })
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <div className="table-tabs" role="tablist" aria-label={t.tables} ref={row} onKeyDown={onKeyDown}>
      {tables.map(({ table, mark, errors, missing, queries, refused }) => (
        <button
          key={table.code}
          type="button"
          role="tab"
          className={`table-tab table-tab-${mark}`}
          aria-selected={table.code === current}
          tabIndex={table.code === current ? 0 : -1}
          title={aside(`${table.code} ${table.title}`, t.mark(mark))}
          onClick={() => onChoose(table.code)}
        >
          <span className="table-tab-mark" aria-hidden>
            {progressSigns[mark]}
          </span>
          {table.shortTitle}
          <span className="visually-hidden">{t.mark(mark)}</span>
          {errors + refused > 0 && <span className="table-tab-count finding-red">✗{countText(errors + refused)}</span>}
          {mark === 'begun' && missing > 0 && <span className="table-tab-count secondary">{t.blank(countText(missing))}</span>}
          {queries > 0 && <span className="table-tab-count finding-amber">?{countText(queries)}</span>}
        </button>
      ))}
    </div>
  )
}
