import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'

export const productName = text('一盘棋', 'Yipanqi')
export const productLine = text('一区多园综合管理', 'One board for every park')

export function BrandMark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg className="brand-mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="6" fill="#1d3f72" />
      <path d="M7 11h18M7 16h18M7 21h18M11 7v18M16 7v18M21 7v18" stroke="#8fb0dc" strokeWidth="1" />
      <circle cx="11" cy="21" r="3.4" fill="#fff" />
      <circle cx="21" cy="11" r="3.4" fill="#f2c14e" />
    </svg>
  )
}

/** Mark and name; leads home. */
export function Brand({ folded = false }: { readonly folded?: boolean }) {
  const { t } = useLanguage()
  return (
    <GoLink to="/" className="brand" {...(folded && { label: t(productName) })}>
      <BrandMark />
      {!folded && (
        <span>
          <strong>{t(productName)}</strong>
          <small>{t(productLine)}</small>
        </span>
      )}
    </GoLink>
  )
}
