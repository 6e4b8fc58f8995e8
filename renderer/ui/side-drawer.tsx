import { Drawer } from 'antd'
import type { ReactNode } from 'react'

type SideDrawerProps = { title: ReactNode; open: boolean; onClose: () => void; width?: number; children: ReactNode; footer?: ReactNode }

/** Details beside the page: lineage, one file, one unit. Esc closes it. */
export function SideDrawer({ title, open, onClose, width = 520, children, footer }: SideDrawerProps) {
  return (
    <Drawer title={title} open={open} onClose={onClose} size={width} footer={footer} mask={{ closable: true }} styles={{ body: { padding: 16 } }}>
      {children}
    </Drawer>
  )
}
