import type { ReactNode } from 'react'
import type { Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import './page.css'

interface EmptyStateProps {
  /** Why there is nothing. */
  readonly why: Text
  /** What to do about it. */
  readonly what?: Text
  readonly children?: ReactNode
}

/** An empty place says why it is empty and what to do. */
export function EmptyState({ why, what, children }: EmptyStateProps) {
  const { t } = useLanguage()
  return (
    <div className="empty-state">
      <p className="empty-why">{t(why)}</p>
      {what && <p className="quiet">{t(what)}</p>}
      {children && <div className="empty-ways">{children}</div>}
    </div>
  )
}
