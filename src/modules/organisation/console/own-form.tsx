import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Input } from 'antd'
import { useId } from 'react'
import type { Text } from '#engine/result/result'
import { ApiProblem, wordsOf } from '#console/api/api-problem'
import { request } from '#console/api/request'
import { useLanguage } from '#console/language/language'

/** What is read of one's own account lies under this key. */
export const accountKey = ['own-account']

/** Does something to one's own account; what is shown of it is read again. */
export function useDeed<Reply>(path: string, method: 'POST' | 'DELETE' = 'POST') {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (given: { body?: Readonly<Record<string, string>>; below?: string }) =>
      request<Reply>(`session/${path}${given.below ? `/${given.below}` : ''}`, {
        method,
        ...(method === 'POST' && { body: given.body ?? {} }),
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: accountKey }),
  })
}

/** Why it was refused and what to do, field by field where the server says so. */
export function Refusal({ error }: { readonly error: Error | null }) {
  const { t } = useLanguage()
  if (!error) return null
  const problems = error instanceof ApiProblem ? (error.reply.problems ?? []) : []
  const says = problems.length > 0 ? problems.map((one) => t(one.says)).join('；') : t(wordsOf(error).remedy)
  return <Alert type="error" role="alert" title={t(wordsOf(error).message)} description={says} />
}

interface SecretFieldProps {
  readonly label: Text
  readonly value: string
  readonly complete: string
  readonly onChange: (value: string) => void
}

/** A password, or a code that may be seen while it is typed. */
export function SecretField({ label, value, complete, onChange }: SecretFieldProps) {
  const { t } = useLanguage()
  const id = useId()
  const Field = complete === 'one-time-code' ? Input : Input.Password
  return (
    <div className="form-field">
      <label htmlFor={id}>{t(label)}</label>
      <Field
        id={id}
        autoComplete={complete}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
