import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import type { TableProgress } from '../../filing/filing-state.ts'
import { fill } from '../../text/fill.ts'
import { useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'

/** The sign of a table's progress: done, begun, empty. */
export const progressSigns = { done: '✓', begun: '●', empty: '○' } as const

/** The tables of the filing as tabs, each with how far it has come. Arrows walk, as in any row of tabs. */
export function TableTabs({ tables, current, onChoose }: { tables: readonly TableProgress[]; current: string; onChoose: (code: string) => void }) {
  const t = useText(fill)
  const row = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = tables.findIndex(({ table }) => table.code === current)
    const next = tables[(at + step + tables.length) % tables.length]
    if (next === undefined) return
    onChoose(next.table.code)
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus())
  }
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
          title={`${table.code} ${table.title}（${t.mark(mark)}）`}
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
