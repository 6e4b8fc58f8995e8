import { BookOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { listLength } from '../../../shared/filing/facts.ts'
import { cellTitle } from '../../../shared/scheme/cells.ts'
import type { Table } from '../../../shared/scheme/scheme.ts'
import type { PageSentences } from '../../../shared/text/page-sentences.ts'
import { tableOf, type CellRef } from '../../../shared/words.ts'
import { derived, filledTables, textOfCell } from '../../filing/filing-state.ts'
import type { OpenFiling } from '../../filing/use-filing.ts'
import type { GridEntry } from '../../grid/clipboard.ts'
import { FormFacts } from '../../filing/form-facts.tsx'
import { Grid } from '../../grid/grid.tsx'
import { gridModel } from '../../grid/grid-model.ts'
import { firstEntry } from '../../grid/keyboard.ts'
import { Legend } from '../../grid/legend.tsx'
import { single, type Selection } from '../../grid/selection.ts'
import { useText } from '../../text/language.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { useFailureSentence } from '../../ui/notice.tsx'
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
  const t = useText('fill')
  const { semicolon } = useText('common')
  const sentenceOf = useFailureSentence()
  const { state, store } = filing
  const lines = table.kind === 'list' ? Math.max(listLength(state.facts, table.code), refusedLines(state.refused.keys(), table.code)) : 0
  const model = useMemo(() => gridModel(state.scheme, table, lines), [state.scheme, table, lines])
  const [selection, setSelection] = useState<Selection>(() => single(firstEntry(model)))
  const [side, setSide] = useState<Side>('checks')
  const [showPrior, setShowPrior] = useState(recall('prior') === 'shown')
  const [word, setWord] = useState('')
  // Missing cells are marked only in a table that held entries when it was opened, so that a first entry begins without red.
  const [askMissing] = useState(() => filledTables(state).has(table.code))
  // A list has no prior figures, because its third line last year is not its third line this year.
  const prior = table.kind === 'list' ? null : derived(state).prior

  const views = useCellViews({ state, model, askMissing, prior: showPrior ? prior : null })

  const enter = useCallback(
    (changes: GridEntry[]) => {
      setWord('')
      store.enter(changes)
    },
    [store],
  )
  const changeLine = (act: 'insert' | 'remove', row: number) => {
    store.changeLine(table.code, row + 1, act).catch((reason: unknown) => setWord(sentenceOf(reason) ?? t.lineFailed))
  }
  const act = (what: 'undo' | 'redo' | 'help') => {
    if (what === 'help') {
      setSide(side === 'help' ? 'checks' : 'help')
      return
    }
    const cell = readOnly ? null : what === 'undo' ? store.undo() : store.redo()
    if (cell !== null) onJump(cell)
  }
  const line = selection.focus.row + 1

  return (
    <div className="fill-body">
      <section className="fill-form" aria-label={table.title}>
        <FormHead
          table={table}
          line={table.kind === 'list' && !readOnly ? { number: line, held: line <= lines } : null}
          prior={prior === null ? 'none' : showPrior ? 'shown' : 'hidden'}
          explained={side === 'help'}
          onLine={(what) => changeLine(what, selection.focus.row)}
          onPrior={(shown) => {
            setShowPrior(shown)
            remember('prior', shown ? 'shown' : 'hidden')
          }}
          onExplain={() => act('help')}
        />
        <Grid
          key={table.code}
          model={model}
          views={views}
          readOnly={readOnly}
          textOf={(ref) => textOfCell(store.state(), ref)}
          labelOf={(ref) => t.cellLabel(cellTitle(state.scheme, ref), textOfCell(state, ref))}
          describedBy={STATUS_LINE}
          onEnter={enter}
          onPasted={(pasted) => setWord(pastedWords(pasted, store.state().refused, t).join(semicolon))}
          onSelect={setSelection}
          onAct={act}
          onLine={(what, row) => (what === 'insert' || row < lines ? changeLine(what, row) : undefined)}
          target={target !== null && tableOf(target.ref) === table.code ? target : null}
        >
          <Notes notes={table.notes} />
        </Grid>
        <StatusLine state={state} model={model} selection={selection} word={word} />
      </section>
      <SidePanel side={side} onSide={setSide}>
        {side === 'checks' && <CheckPanel filing={filing} table={table.code} readOnly={readOnly} onJump={onJump} />}
        {side === 'help' && <HelpPanel scheme={state.scheme} model={model} position={selection.focus} />}
      </SidePanel>
    </div>
  )
}

type FormHeadProps = {
  table: Table
  /** The current line of a list, counted from 1; `held` is true when the list has the line. Null when no line can be changed. */
  line: { number: number; held: boolean } | null
  /** The figures of the period before. */
  prior: 'shown' | 'hidden' | 'none'
  /** True when the explanations are shown at the side. */
  explained: boolean
  onLine: (act: 'insert' | 'remove') => void
  onPrior: (shown: boolean) => void
  onExplain: () => void
}

function FormHead({ table, line, prior, explained, onLine, onPrior, onExplain }: FormHeadProps) {
  const t = useText('fill')
  return (
    <header className="form-head">
      <h2 className="grow">{table.title}</h2>
      <FormFacts table={table} />
      <span className="row">
        {line !== null && (
          <>
            <Button size="small" onClick={() => onLine('insert')} title="Ctrl+Enter">
              {t.insertLine}
            </Button>
            <ConfirmButton
              size="small"
              ask={t.removeLineAsk(line.number)}
              detail={t.removeLineDetail}
              act={t.removeLine}
              disabled={!line.held}
              onConfirm={() => onLine('remove')}
            >
              {t.removeLine}
            </ConfirmButton>
          </>
        )}
        <Checkbox checked={prior === 'shown'} disabled={prior === 'none'} onChange={(event) => onPrior(event.target.checked)}>
          <span title={prior === 'none' ? t.noPrior : t.priorHint}>{t.prior}</span>
        </Checkbox>
        <Popover content={<Legend />} trigger="click" placement="bottomRight">
          <Button size="small" type="text">
            {t.legend}
          </Button>
        </Popover>
        <Button size="small" type={explained ? 'default' : 'text'} icon={<BookOutlined />} onClick={onExplain} title="F1">
          {t.explain}
        </Button>
      </span>
    </header>
  )
}

type Side = 'checks' | 'help' | null

/** The checks or the explanations beside the form; null means folded. */
function SidePanel({ side, onSide, children }: { side: Side; onSide: (side: Side) => void; children: ReactNode }) {
  const t = useText('fill')
  return (
    <aside className={side === null ? 'fill-side fill-side-folded' : 'fill-side'} aria-label={t.panel}>
      <header className="side-head">
        {side !== null && <h3 className="grow">{side === 'checks' ? t.checks : t.explain}</h3>}
        <Button
          size="small"
          type="text"
          icon={side === null ? <LeftOutlined /> : <RightOutlined />}
          title={side === null ? t.showPanel : t.hidePanel}
          aria-label={side === null ? t.showPanel : t.hidePanel}
          onClick={() => onSide(side === null ? 'checks' : null)}
        />
      </header>
      <div className="side-body">{children}</div>
    </aside>
  )
}

function Notes({ notes }: { notes: readonly string[] }) {
  const t = useText('fill')
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

type Pasted = { changes: readonly GridEntry[]; skipped: number; outside: number }

/** The result of a paste in words: the number of cells taken, refused, skipped and outside the form. */
function pastedWords(
  { changes, skipped, outside }: Pasted,
  refusedCells: ReadonlyMap<CellRef, unknown>,
  t: PageSentences['fill'],
): string[] {
  const refused = changes.filter(({ cell }) => refusedCells.has(cell)).length
  const parts = [
    t.pasted(changes.length),
    refused > 0 ? t.pasteRefused(refused) : '',
    skipped > 0 ? t.pasteSkipped(skipped) : '',
    outside > 0 ? t.pasteOutside(outside) : '',
  ]
  return parts.filter(Boolean)
}

function refusedLines(refs: Iterable<CellRef>, table: string): number {
  let most = 0
  for (const ref of refs) if (tableOf(ref) === table) most = Math.max(most, Number(ref.split('.')[1]) || 0)
  return most
}
