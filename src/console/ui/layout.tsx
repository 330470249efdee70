import type { CSSProperties, ReactNode } from 'react'
import './page.css'

/** Parts of a page below one another, at the page's own distance. */
export function Stack({ children }: { readonly children: ReactNode }) {
  return <div className="stack">{children}</div>
}

interface TilesProps {
  /** The least width of a tile in px; as many stand in a row as fit, one on a phone. */
  readonly least?: number
  readonly children: ReactNode
}

/** Parts of a page side by side. */
export function Tiles({ least = 260, children }: TilesProps) {
  return (
    <div className="tiles" style={{ '--tile': `${least}px` } as CSSProperties}>
      {children}
    </div>
  )
}
