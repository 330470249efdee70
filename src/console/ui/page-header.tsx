import { useEffect, type ReactNode } from 'react'
import type { Text } from '#engine/result/result'
import { productName } from '#console/frame/brand'
import { useLanguage } from '#console/language/language'
import './page.css'

interface PageHeaderProps {
  readonly title: Text
  /** One line under the title: what this page is for, or where one stands. */
  readonly about?: ReactNode
  /** Marks beside the title: state, sample. */
  readonly marks?: ReactNode
  /** Buttons at the end; the most important last. */
  readonly actions?: ReactNode
}

/** The head of a page: its only h1, also the title of the window. */
export function PageHeader({ title, about, marks, actions }: PageHeaderProps) {
  const { t } = useLanguage()
  const words = t(title)
  const product = t(productName)
  useEffect(() => {
    document.title = `${words} · ${product}`
  }, [words, product])
  return (
    <div className="page-header">
      <div className="page-title">
        <h1>
          {words} {marks}
        </h1>
        {about && <p className="page-about">{about}</p>}
      </div>
      {actions && <div className="page-actions no-print">{actions}</div>}
    </div>
  )
}
