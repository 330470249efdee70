import type { ReactNode } from 'react'
import './page.css'

export interface KeyValueItem {
  readonly key: string
  readonly label: ReactNode
  readonly value: ReactNode
  /** Takes the whole width, for long text. */
  readonly wide?: boolean
}

/** Names and values, as many columns as fit. */
export function KeyValue({ items }: { readonly items: readonly KeyValueItem[] }) {
  return (
    <dl className="key-value">
      {items.map((item) => (
        <div key={item.key} data-wide={item.wide || undefined}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
