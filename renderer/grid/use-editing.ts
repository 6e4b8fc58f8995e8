import { useCallback, useState } from 'react'
import { matchChoices } from './choices.ts'
import type { EditMode } from './keyboard.ts'

/** The edited cell's mode, text and highlighted choice. */
export type Editing = { mode: EditMode; text: string; lit: number }

export type EditingState = {
  editing: Editing | null
  begin: (mode: EditMode, text: string, choices: readonly string[]) => void
  type: (text: string, choices: readonly string[]) => void
  light: (step: 1 | -1, choices: readonly string[]) => void
  end: () => void
}

/** The text typed into the cell in focus, until the text is kept or dropped. */
export function useEditing(): EditingState {
  const [editing, setEditing] = useState<Editing | null>(null)
  const begin = useCallback((mode: EditMode, text: string, choices: readonly string[]) => {
    setEditing({ mode, text, lit: matchChoices(choices, text).taken })
  }, [])
  const type = useCallback((text: string, choices: readonly string[]) => {
    setEditing((before) => ({ mode: before?.mode ?? 'replace', text, lit: matchChoices(choices, text).taken }))
  }, [])
  const light = useCallback((step: 1 | -1, choices: readonly string[]) => {
    setEditing((before) => {
      if (before === null) return before
      const { shown } = matchChoices(choices, before.text)
      return { ...before, lit: (before.lit + step + shown.length) % Math.max(1, shown.length) }
    })
  }, [])
  const end = useCallback(() => setEditing(null), [])
  return { editing, begin, type, light, end }
}

/** The text kept when editing ends: the highlighted choice, otherwise the typed text. */
export function keptText(editing: Editing, choices: readonly string[]): string {
  return matchChoices(choices, editing.text).shown[editing.lit] ?? editing.text
}
