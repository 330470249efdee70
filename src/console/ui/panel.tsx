import { useId, type ReactNode } from 'react'
import './page.css'

interface PanelProps {
  readonly title?: ReactNode
  /** Small text or links at the end of the title line. */
  readonly extra?: ReactNode
  readonly className?: string
  /** No padding around the content, for tables and charts that bring their own. */
  readonly flush?: boolean
  readonly children: ReactNode
}

/** A framed part of a page with its own heading. */
export function Panel({ title, extra, className = '', flush = false, children }: PanelProps) {
  const id = useId()
  return (
    <section className={`panel ${className}`} {...(title ? { 'aria-labelledby': id } : {})}>
      {(title ?? extra) && (
        <div className="panel-head">
          {title && <h2 id={id}>{title}</h2>}
          {extra && <div className="panel-extra">{extra}</div>}
        </div>
      )}
      <div className={flush ? 'panel-flush' : 'panel-body'}>{children}</div>
    </section>
  )
}
