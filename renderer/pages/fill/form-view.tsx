import { BookOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { listLength } from '../../../shared/filing/facts.ts'
import { cellTitle } from '../../../shared/scheme/cells.ts'
import type { Table } from '../../../shared/scheme/scheme.ts'
import { tableOf, type CellRef } from '../../../shared/words.ts'
import { derived, filledTables, textOfCell } from '../../filing/filing-state.ts'
import type { OpenFiling } from '../../filing/use-filing.ts'
import type { Change } from '../../grid/clipboard.ts'
import { FormFacts } from '../../grid/form-facts.tsx'
import { Grid } from '../../grid/grid.tsx'
import { gridModel } from '../../grid/grid-model.ts'
import { firstEntry } from '../../grid/keyboard.ts'
import { Legend } from '../../grid/legend.tsx'
import { single, type Selection } from '../../grid/selection.ts'
import { fill } from '../../text/fill.ts'
import { useLanguage, useText } from '../../text/language.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { failureSentence } from '../../ui/notice.tsx'
import { recall, remember } from '../../ui/remember.ts'
import { CheckPanel } from './check-panel.tsx'
import { HelpPanel } from './help-panel.tsx'
import { StatusLine, STATUS_LINE } from './status-line.tsx'
import { useCellViews } from './use-cell-views.ts'

type FormViewProps = {
  filing: OpenFiling
  table: Table
  readOnly: boolean
  target: { ref: CellRef } | null
  /** Goes to a cell, of this table or another. */
  onJump: (ref: CellRef) => void
}

/** One table being filled in: the form, its checks or explanations at the side, the status line below. */
export function FormView({ filing, table, readOnly, target, onJump }: FormViewProps) {
  const t = useText(fill)
  const { lang, language } = useLanguage()
  const { state, store } = filing
  const lines = table.kind === 'list' ? Math.max(listLength(state.facts, table.code), refusedLines(state.refused.keys(), table.code)) : 0
  const model = useMemo(() => gridModel(state.scheme, table, lines), [state.scheme, table, lines])
  const [selection, setSelection] = useState<Selection>(() => single(firstEntry(model)))
  const [side, setSide] = useState<'checks' | 'help' | null>('checks')
  const [showPrior, setShowPrior] = useState(recall('prior') === 'shown')
  const [word, setWord] = useState('')
  // Who is filling a table in for the first time is not shown red for what comes next; who comes back to it is.
  const [askMissing] = useState(() => filledTables(state).has(table.code))
  // The lines of a list stand in no fixed place: last year's third is not this year's.
  const prior = table.kind === 'list' ? null : derived(state).prior

  const views = useCellViews({ state, model, askMissing, prior: showPrior ? prior : null })

  const enter = useCallback(
    (changes: Change[]) => {
      setWord('')
      store.enter(changes)
    },
    [store],
  )
  const changeLine = (act: 'insert' | 'remove', row: number) => {
    store.changeLine(table.code, row + 1, act).catch((reason: unknown) => setWord(failureSentence(reason, language) ?? t.lineFailed))
  }
  const pastedWords = ({ changes, skipped, outside }: { changes: readonly Change[]; skipped: number; outside: number }) => {
    const refused = changes.filter(({ cell }) => store.state().refused.has(cell)).length
    const parts = [
      t.pasted(changes.length),
      refused > 0 ? t.pasteRefused(refused) : '',
      skipped > 0 ? t.pasteSkipped(skipped) : '',
      outside > 0 ? t.pasteOutside(outside) : '',
    ]
    return parts.filter(Boolean).join(lang === 'zh' ? '；' : '; ')
  }
  const act = (what: 'undo' | 'redo' | 'help') => {
    if (what === 'help') {
      setSide(side === 'help' ? 'checks' : 'help')
      return
    }
    const cell = readOnly ? null : what === 'undo' ? store.undo() : store.redo()
    if (cell !== null) onJump(cell)
  }
  const hasPrior = prior !== null
  const line = selection.focus.row + 1

  return (
    <div className="fill-body">
      <section className="fill-form" aria-label={table.title}>
        <header className="form-head">
          <h2 className="grow">{table.title}</h2>
          <FormFacts table={table} />
          <span className="row">
            {table.kind === 'list' && !readOnly && (
              <>
                <Button size="small" onClick={() => changeLine('insert', selection.focus.row)} title="Ctrl+Enter">
                  {t.insertLine}
                </Button>
                <ConfirmButton
                  size="small"
                  ask={t.removeLineAsk(line)}
                  detail={t.removeLineDetail}
                  act={t.removeLine}
                  disabled={line > lines}
                  onConfirm={() => changeLine('remove', selection.focus.row)}
                >
                  {t.removeLine}
                </ConfirmButton>
              </>
            )}
            <Checkbox
              checked={showPrior && hasPrior}
              disabled={!hasPrior}
              onChange={(event) => {
                setShowPrior(event.target.checked)
                remember('prior', event.target.checked ? 'shown' : 'hidden')
              }}
            >
              <span title={hasPrior ? t.priorHint : t.noPrior}>{t.prior}</span>
            </Checkbox>
            <Popover content={<Legend />} trigger="click" placement="bottomRight">
              <Button size="small" type="text">
                {t.legend}
              </Button>
            </Popover>
            <Button size="small" type={side === 'help' ? 'default' : 'text'} icon={<BookOutlined />} onClick={() => act('help')} title="F1">
              {t.explain}
            </Button>
          </span>
        </header>
        <Grid
          key={table.code}
          model={model}
          views={views}
          readOnly={readOnly}
          textOf={(ref) => textOfCell(store.state(), ref)}
          labelOf={(ref) => t.cellLabel(cellTitle(state.scheme, ref), textOfCell(state, ref))}
          describedBy={STATUS_LINE}
          onEnter={enter}
          onPasted={(pasted) => setWord(pastedWords(pasted))}
          onSelect={setSelection}
          onAct={act}
          onLine={(what, row) => (what === 'insert' || row < lines ? changeLine(what, row) : undefined)}
          target={target !== null && tableOf(target.ref) === table.code ? target : null}
        >
          <Notes notes={table.notes} />
        </Grid>
        <StatusLine state={state} model={model} selection={selection} word={word} />
      </section>
      <aside className={side === null ? 'fill-side fill-side-folded' : 'fill-side'} aria-label={t.panel}>
        <header className="side-head">
          {side !== null && <h3 className="grow">{side === 'checks' ? t.checks : t.explain}</h3>}
          <Button
            size="small"
            type="text"
            icon={side === null ? <LeftOutlined /> : <RightOutlined />}
            title={side === null ? t.showPanel : t.hidePanel}
            aria-label={side === null ? t.showPanel : t.hidePanel}
            onClick={() => setSide(side === null ? 'checks' : null)}
          />
        </header>
        <div className="side-body">
          {side === 'checks' && <CheckPanel filing={filing} table={table.code} readOnly={readOnly} onJump={onJump} />}
          {side === 'help' && <HelpPanel scheme={state.scheme} model={model} position={selection.focus} />}
        </div>
      </aside>
    </div>
  )
}

function Notes({ notes }: { notes: readonly string[] }) {
  const t = useText(fill)
  if (notes.length === 0) return null
  return (
    <div className="form-notes">
      <span>{t.notes}</span>
      <ol>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ol>
    </div>
  )
}

function refusedLines(refs: Iterable<CellRef>, table: string): number {
  let most = 0
  for (const ref of refs) if (tableOf(ref) === table) most = Math.max(most, Number(ref.split('.')[1]) || 0)
  return most
}
