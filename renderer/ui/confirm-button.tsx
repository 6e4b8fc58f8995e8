import { Button, Popconfirm } from 'antd'
import type { ButtonProps } from 'antd'
import type { ReactNode } from 'react'
import { common } from '../text/common.ts'
import { useText } from '../text/language.tsx'

type ConfirmButtonProps = {
  children: ReactNode
  /** What will happen, in a question or a sentence. */
  ask: string
  /** What it means, and whether it can be undone. */
  detail?: string
  /** The verb on the button that acts; the same as on the first button when left out. */
  act?: string
  danger?: boolean
  onConfirm: () => void
} & Pick<ButtonProps, 'disabled' | 'loading' | 'size' | 'type' | 'icon'>

/** A button that asks once before it acts; the button that acts repeats the verb. */
export function ConfirmButton({ children, ask, detail, act, danger, onConfirm, ...button }: ConfirmButtonProps) {
  const t = useText(common)
  const okText = act ?? (typeof children === 'string' ? children : undefined)
  return (
    <Popconfirm
      title={ask}
      description={detail}
      okText={okText}
      cancelText={t.cancel}
      okButtonProps={{ danger: danger === true }}
      onConfirm={onConfirm}
      disabled={button.disabled === true}
    >
      <Button danger={danger === true} {...button}>
        {children}
      </Button>
    </Popconfirm>
  )
}
