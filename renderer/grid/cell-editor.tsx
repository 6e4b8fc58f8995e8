import type { ClipboardEvent, KeyboardEvent, Ref } from 'react'
import { matchChoices } from './choices.ts'
import type { Editing } from './use-editing.ts'
import type { Box } from './geometry.ts'

type CellEditorProps = {
  ref: Ref<HTMLTextAreaElement>
  box: Box
  editing: Editing | null
  /** True when the grid has the focus. */
  active: boolean
  entry: boolean
  align: 'right' | 'left' | 'center'
  choices: readonly string[]
  label: string
  describedBy?: string
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  onType: (text: string) => void
  onChoose: (choice: string) => void
  onFocus: () => void
  onBlur: () => void
  onCopy: (event: ClipboardEvent) => void
  onCut: (event: ClipboardEvent) => void
  onPaste: (event: ClipboardEvent) => void
}

/**
 * The one field of the grid, over the cell in focus; its text shows only during editing. The field has the focus before the first key, so
 * that an input method composes in it from that key on.
 */
export function CellEditor(props: CellEditorProps) {
  const { ref, box, editing, active, entry, align, choices, label, onChoose, onType, ...handlers } = props
  const names = ['grid-focus', editing === null ? '' : 'grid-focus-editing', active ? '' : 'grid-focus-away'].filter(Boolean).join(' ')
  const height =
    editing === null
      ? box.height
      : Math.max(
          box.height,
          Math.min(160, (editing.text.split('\n').length + Math.floor(editing.text.length / Math.max(4, box.width / 13))) * 20 + 8),
        )
  const { describedBy, onKeyDown, onFocus, onBlur, onCopy, onCut, onPaste } = handlers
  return (
    <div className={names} style={{ left: box.left, top: box.top, width: box.width, height, textAlign: align }}>
      <textarea
        ref={ref}
        value={editing?.text ?? ''}
        readOnly={!entry}
        aria-label={label}
        aria-describedby={describedBy}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={onBlur}
        onCopy={onCopy}
        onCut={onCut}
        onPaste={onPaste}
      />
      {editing !== null && choices.length > 0 && <ChoiceList choices={choices} editing={editing} up={box.nearBottom} onChoose={onChoose} />}
    </div>
  )
}

function ChoiceList({
  choices,
  editing,
  up,
  onChoose,
}: {
  choices: readonly string[]
  editing: Editing
  up: boolean
  onChoose: (choice: string) => void
}) {
  return (
    <ul className="choice-list" role="listbox" style={up ? { top: 'auto', bottom: '100%' } : undefined}>
      {matchChoices(choices, editing.text).shown.map((choice, index) => (
        <li
          key={choice}
          role="option"
          aria-selected={index === editing.lit}
          onMouseDown={(event) => {
            event.preventDefault()
            onChoose(choice)
          }}
        >
          {choice}
        </li>
      ))}
    </ul>
  )
}
