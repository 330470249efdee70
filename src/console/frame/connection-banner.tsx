import { SyncOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { text } from '#engine/result/result'
import { useConnection } from '#console/api/connection'
import { request } from '#console/api/request'
import { useLanguage } from '#console/language/language'

const away = text(
  '服务暂时无法连接，正在自动重试；已填写的内容不会丢失。',
  'The service is away for a moment. Retrying; nothing you typed is lost.',
)
const every = 4000

/** Says calmly that the server is away, keeps asking, and reads everything again once it is back. */
export function ConnectionBanner() {
  const { t } = useLanguage()
  const up = useConnection()
  const queries = useQueryClient()
  const wasDown = useRef(false)
  useEffect(() => {
    if (up) {
      if (wasDown.current) void queries.invalidateQueries()
      wasDown.current = false
      return
    }
    wasDown.current = true
    const timer = setInterval(() => void request('session').catch(() => undefined), every)
    return () => clearInterval(timer)
  }, [up, queries])
  return (
    <div role="status" className="banner-room">
      {!up && (
        <p className="banner">
          <SyncOutlined spin aria-hidden="true" /> {t(away)}
        </p>
      )}
    </div>
  )
}
