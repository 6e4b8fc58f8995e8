import { Popconfirm } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import { useText } from '../text/language.tsx'
import { giveFocusBack } from './focus.ts'

type ConfirmProps = {
  /** The question or sentence that names the effect. */
  ask: string
  /** The consequences, and the way to undo the act. */
  detail?: string | undefined
  /** The verb on the button that acts. */
  act?: string | undefined
  danger?: boolean | undefined
  disabled?: boolean | undefined
  /** A check before the question; false suppresses the question. */
  before?: (() => Promise<boolean>) | undefined
  onOpen?: (() => void) | undefined
  onConfirm: () => void
  /** The button that opens the question. */
  children: ReactElement
}

/**
 * Asks once before acting. The focus goes to the acting button, or to 取消 for a dangerous act. Tab stays between the two, Esc closes the
 * question, and the focus returns to its former element, or to the page when that element is gone.
 */
export function Confirm({ ask, detail, act, danger = false, disabled = false, before, onOpen, onConfirm, children }: ConfirmProps) {
  const t = useText('common')
  const title = useRef<HTMLSpanElement>(null)
  const pressed = useRef<Element | null>(null)
  const [open, setOpen] = useState(false)
  const buttons = (): HTMLElement[] => [...(title.current?.closest('.ant-popover')?.querySelectorAll<HTMLElement>('button') ?? [])]
  const change = async (next: boolean) => {
    if (next) {
      pressed.current = document.activeElement
      if (before !== undefined && !(await before())) return
      onOpen?.()
    }
    setOpen(next)
  }
  const moveFocus = (shown: boolean) => {
    if (shown) {
      buttons()
        .at(danger ? 0 : -1)
        ?.focus({ preventScroll: true })
      return
    }
    const now = document.activeElement
    if (now instanceof HTMLElement && buttons().includes(now)) now.blur()
    giveFocusBack(pressed.current)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = event.key === 'Tab' ? buttons().indexOf(event.target as HTMLElement) : -1
    if (at < 0) return
    event.preventDefault()
    const all = buttons()
    all[(at + (event.shiftKey ? -1 : 1) + all.length) % all.length]?.focus()
  }
  // The act may remove the button that opened the question.
  useEffect(
    () => () => {
      if (pressed.current !== null) setTimeout(() => giveFocusBack(null))
    },
    [],
  )
  return (
    <span className="confirm" onKeyDown={onKeyDown}>
      <Popconfirm
        title={<span ref={title}>{ask}</span>}
        description={detail}
        okText={act}
        cancelText={t.cancel}
        okButtonProps={{ danger }}
        disabled={disabled}
        open={open}
        onOpenChange={(next) => void change(next)}
        afterOpenChange={moveFocus}
        onConfirm={onConfirm}
      >
        {children}
      </Popconfirm>
    </span>
  )
}
