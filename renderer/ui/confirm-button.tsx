import { Button } from 'antd'
import type { ButtonProps } from 'antd'
import type { ReactNode } from 'react'
import { Confirm } from './confirm.tsx'

type ConfirmButtonProps = {
  children: ReactNode
  /** The question or sentence that names the effect. */
  ask: string
  /** The consequences, and the way to undo the act. */
  detail?: string | undefined
  /** The verb on the acting button; the first button's text when left out. */
  act?: string
  danger?: boolean
  /** A check before the question; false suppresses the question. */
  before?: () => Promise<boolean>
  onConfirm: () => void
} & Pick<ButtonProps, 'disabled' | 'loading' | 'size' | 'type' | 'icon'>

/** A button that asks once before it acts; the acting button repeats the verb. */
export function ConfirmButton({ children, ask, detail, act, danger, before, onConfirm, ...button }: ConfirmButtonProps) {
  const verb = act ?? (typeof children === 'string' ? children : undefined)
  return (
    <Confirm ask={ask} detail={detail} act={verb} danger={danger} disabled={button.disabled} before={before} onConfirm={onConfirm}>
      <Button danger={danger === true} {...button}>
        {children}
      </Button>
    </Confirm>
  )
}
