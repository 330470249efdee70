import { Alert, Skeleton } from 'antd'
import { wordsOf } from '#console/api/api-problem'
import { useLanguage } from '#console/language/language'

/** In place of what has not come yet: its shape while it is on the way, the reason when it does not come. */
export function Waiting({ error, rows = 8 }: { readonly error: unknown; readonly rows?: number }) {
  const { t } = useLanguage()
  if (!error) return <Skeleton active paragraph={{ rows }} />
  const { message, remedy } = wordsOf(error)
  return <Alert type="error" role="alert" showIcon title={t(message)} description={t(remedy)} />
}
