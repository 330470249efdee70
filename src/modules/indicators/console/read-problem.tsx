import { Alert } from 'antd'
import { wordsOf } from '#console/api/api-problem'
import { useLanguage } from '#console/language/language'

/** Why something could not be read and what to do; nothing while all is well. */
export function ReadProblem({ error }: { readonly error: Error | null | undefined }) {
  const { t } = useLanguage()
  if (!error) return null
  const { message, remedy } = wordsOf(error)
  return <Alert type="warning" showIcon title={t(message)} description={t(remedy)} />
}
