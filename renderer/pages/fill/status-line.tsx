import { add, divide, subtract, type Decimal } from '../../../shared/decimal/decimal.ts'
import { display } from '../../../shared/decimal/display.ts'
import { problemSentence } from '../../../shared/text/problem-sentences.ts'
import { cellTitle } from '../../../shared/scheme/cells.ts'
import type { CellRef } from '../../../shared/words.ts'
import { derived, type FilingState } from '../../filing/filing-state.ts'
import { shownFact, shownValue } from '../../grid/cell-views.ts'
import type { GridModel } from '../../grid/grid-model.ts'
import { placesIn, rectangleOf, sizeOf, type Selection } from '../../grid/selection.ts'
import { useLanguage, useText } from '../../text/language.tsx'
import { countText, figureText } from '../../ui/figure.tsx'
import { Formula } from '../../ui/formula.tsx'
import { useCellRule } from './cell-rule.ts'

/** The id of the status line, which describes the grid's field. */
export const STATUS_LINE = 'status-line'

/** The line below the form: the current cell, last year's figure, the selection's sum, and the rule or the reason of a refusal. */
export function StatusLine({
  state,
  model,
  selection,
  word,
}: {
  state: FilingState
  model: GridModel
  selection: Selection
  word: string
}) {
  const t = useText('fill')
  const r = useText('returned')
  const { language } = useLanguage()
  const ruleOf = useCellRule()
  const ref = model.refAt(selection.focus)
  const cell = model.cellAt(selection.focus)
  const reason = state.refused.get(ref)?.problem ?? null
  const remark = state.remarks.get(ref)
  const handedOver = derived(state).changed.get(ref)
  if (cell === null) return <div className="status-line" id={STATUS_LINE} />
  const code = `${model.rows[selection.focus.row]?.code ?? ''}·${model.columns[selection.focus.column]?.code ?? ''}`
  return (
    <div className="status-line" id={STATUS_LINE}>
      <span className="status-part">
        {t.statusCell} <b className="figure">{code}</b> {cellTitle(state.scheme, ref)}
      </span>
      <PriorPart state={state} refOf={ref} show={(value) => shownValue(value, cell)} />
      {handedOver !== undefined && <span className="status-part figure">{t.handedOver(shownFact(handedOver, cell))}</span>}
      {sizeOf(selection) > 1 && <SelectionPart state={state} model={model} selection={selection} />}
      {reason !== null ? (
        <span className="status-part status-refused">{problemSentence(reason, language)}</span>
      ) : (
        <span className="status-part secondary">
          {cell.state === 'computed' ? (
            <>
              {t.computedBy}
              <Formula scheme={state.scheme} bound={cell.formula} source={cell.source} at={cell} />
            </>
          ) : cell.state === 'input' ? (
            t.allowed(ruleOf(cell))
          ) : (
            ruleOf(cell)
          )}
        </span>
      )}
      {remark !== undefined && (
        <span className="status-part status-remark" title={remark}>
          {r.remarkOf(remark)}
        </span>
      )}
      {word !== '' && <span className="status-part status-said">{word}</span>}
    </div>
  )
}

function PriorPart({ state, refOf, show }: { state: FilingState; refOf: CellRef; show: (value: Decimal | string) => string }) {
  const t = useText('fill')
  const { prior, source } = derived(state)
  const before = prior === null || !state.scheme.cells.has(refOf) ? null : prior(refOf)
  if (before === null) return null
  const growth = growthText(source.cell(refOf), before)
  return (
    <span className="status-part figure">
      {t.statusPrior(show(before))}
      {growth !== '' && ` (${growth})`}
    </span>
  )
}

/** The growth as `+3.2%`; empty when a value is no figure or `before` is 0. */
function growthText(now: Decimal | string | null, before: Decimal | string): string {
  if (now === null || typeof now === 'string' || typeof before === 'string') return ''
  const growth = divide(subtract(now, before), before)
  if (growth === null) return ''
  const shown = display(growth, '0.0%')
  return shown.startsWith('-') ? shown : `+${shown}`
}

function SelectionPart({ state, model, selection }: { state: FilingState; model: GridModel; selection: Selection }) {
  const t = useText('fill')
  const { source } = derived(state)
  const values = placesIn(rectangleOf(selection)).map((at) => source.cell(model.refAt(at)))
  const numbers = values.filter((value): value is Decimal => value !== null && typeof value !== 'string')
  const sum = numbers.reduce<Decimal | null>((total, value) => (total === null ? value : add(total, value)), null)
  return <span className="status-part figure">{t.statusSelection(countText(sizeOf(selection)), figureText(sum))}</span>
}
