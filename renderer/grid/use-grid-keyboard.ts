import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import type { RefObject } from 'react'
import type { CellRef } from '../../shared/words.ts'
import type { GridModel } from './grid-model.ts'
import { single, type Selection } from './selection.ts'

type Leading = {
  model: GridModel
  /** Whether the field is drawn: `boxes` of the selection once they are measured. */
  boxes: unknown
  target: { ref: CellRef } | null
  select: (next: Selection) => void
  /** Keeps what is being typed, if anything is. */
  keepTyped: () => void
}

/** Brings the keyboard to the field: when the form opens, and at each new target. What is being typed is kept when the page closes. */
export function useGridKeyboard(
  fieldRef: RefObject<HTMLTextAreaElement | null>,
  { model, boxes, target, select, keepTyped }: Leading,
): void {
  // The field is drawn only once the cells have been measured, after the first effects: the keyboard then comes to it.
  const wanted = useRef(false)
  const takeKeyboard = useCallback(() => {
    wanted.current = fieldRef.current === null
    fieldRef.current?.focus({ preventScroll: true })
  }, [fieldRef])
  useEffect(() => {
    if (wanted.current) takeKeyboard()
  }, [boxes, takeKeyboard])

  // Only a new target leads anywhere; the model may change while typing.
  const goToTarget = useEffectEvent(() => {
    const at = target === null ? null : model.positionOf(target.ref)
    if (at === null) return
    select(single(at))
    takeKeyboard()
  })
  useEffect(() => goToTarget(), [target])

  // What is being typed when the page closes is kept as if Enter had been pressed; the page then says that it is unsaved.
  const keepBeforeLeaving = useEffectEvent(keepTyped)
  useEffect(() => {
    const leave = () => keepBeforeLeaving()
    window.addEventListener('beforeunload', leave, { capture: true })
    return () => window.removeEventListener('beforeunload', leave, { capture: true })
  }, [])

  // A person who walks the tabs by keyboard keeps the keyboard there; after a click it is in the form at once.
  useEffect(() => {
    if (document.activeElement?.matches(':focus-visible') !== true) takeKeyboard()
  }, [takeKeyboard])
}
