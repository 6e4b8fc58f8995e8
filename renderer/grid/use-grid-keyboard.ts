import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import type { RefObject } from 'react'
import type { CellRef } from '../../shared/words.ts'
import type { GridModel } from './grid-model.ts'
import { single, type Selection } from './selection.ts'

type Leading = {
  model: GridModel
  /** The measured boxes of the selection; the field is drawn once the boxes are known. */
  boxes: unknown
  target: { ref: CellRef } | null
  select: (next: Selection) => void
  /** Keeps the text being typed, if any. */
  keepTyped: () => void
}

/** Gives the field the keyboard when the form opens and at each new target; keeps the typed text when the page closes. */
export function useGridKeyboard(
  fieldRef: RefObject<HTMLTextAreaElement | null>,
  { model, boxes, target, select, keepTyped }: Leading,
): void {
  // The field takes the keyboard after the first effects, once the cells are measured and the field is drawn.
  const wanted = useRef(false)
  const takeKeyboard = useCallback(() => {
    wanted.current = fieldRef.current === null
    fieldRef.current?.focus({ preventScroll: true })
  }, [fieldRef])
  useEffect(() => {
    if (wanted.current) takeKeyboard()
  }, [boxes, takeKeyboard])

  // Only a new target moves the focus; the model may change during typing.
  const goToTarget = useEffectEvent(() => {
    const at = target === null ? null : model.positionOf(target.ref)
    if (at === null) return
    select(single(at))
    takeKeyboard()
  })
  useEffect(() => goToTarget(), [target])

  // Closing the page keeps the typed text as Enter would, and the page then warns of an unsaved entry.
  const keepBeforeLeaving = useEffectEvent(keepTyped)
  useEffect(() => {
    const leave = () => keepBeforeLeaving()
    window.addEventListener('beforeunload', leave, { capture: true })
    return () => window.removeEventListener('beforeunload', leave, { capture: true })
  }, [])

  // The tabs keep the keyboard of a person who walks the tabs by keys; after a click the form takes the keyboard.
  useEffect(() => {
    if (document.activeElement?.matches(':focus-visible') !== true) takeKeyboard()
  }, [takeKeyboard])
}
