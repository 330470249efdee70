import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useMedia } from '#console/tokens/theme'
import { breakpoints } from '#console/tokens/tokens'

interface SidePanelProps {
  readonly open: boolean
  readonly title: ReactNode
  readonly extra?: ReactNode
  readonly width?: number
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A panel at the side that leaves the page in view; the whole screen on a phone. */
export function SidePanel({ open, title, extra, width = 600, onClose, children }: SidePanelProps) {
  const phone = useMedia(`(max-width: ${breakpoints.phone}px)`)
  return (
    <Drawer
      open={open}
      title={title}
      extra={extra}
      size={phone ? '100%' : width}
      mask={phone ? true : { enabled: false, blur: false }}
      onClose={onClose}
      destroyOnHidden
      className="side-panel"
    >
      {children}
    </Drawer>
  )
}
