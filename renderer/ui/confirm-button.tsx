import { Button } from 'antd'
import type { ButtonProps } from 'antd'
import type { ReactNode } from 'react'
import { Confirm } from './confirm.tsx'

type ConfirmButtonProps = {
  children: ReactNode
  /** What will happen, in a question or a sentence. */
  ask: string
  /** What it means, and whether it can be undone. */
  detail?: string | undefined
  /** The verb on the button that acts; the same as on the first button when left out. */
  act?: string
  danger?: boolean
  /** Looks whether there is anything to ask yet; the question does not appear when it says no. */
  before?: () => Promise<boolean>
  onConfirm: () => void
} & Pick<ButtonProps, 'disabled' | 'loading' | 'size' | 'type' | 'icon'>

/** A button that asks once before it acts; the button that acts repeats the verb. */
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
