import { Drawer } from 'antd'
import type { ReactNode } from 'react'

type SideDrawerProps = {
  title: ReactNode
  open: boolean
  onClose: () => void
  width?: number
  children: ReactNode
  footer?: ReactNode
  typed?: boolean
}

/**
 * A form or a list beside the page, such as one unit. Esc and a click outside close it, but not while something is `typed`, because the
 * text would be lost.
 */
export function SideDrawer({ title, open, onClose, width = 520, children, footer, typed = false }: SideDrawerProps) {
  return (
    <Drawer
      title={title}
      open={open}
      onClose={onClose}
      size={width}
      footer={footer}
      keyboard={!typed}
      mask={{ closable: !typed }}
      styles={{ body: { padding: 16 } }}
    >
      {children}
    </Drawer>
  )
}
