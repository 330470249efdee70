import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { recordClient } from '#console/api/record-client'
import { useLanguage } from '#console/language/language'

const forms = recordClient({ name: 'reporting_form' })

/** Forms are few and change rarely. */
const query = { size: '200' }

const namesOf = (row: { readonly [field: string]: unknown }) => ({
  zh: typeof row.name_zh === 'string' ? row.name_zh : '',
  en: typeof row.name_en === 'string' ? row.name_en : '',
})

/** The title of a report in the language in use: it is stored as the form's Chinese name and the period's id. */
export function useReportTitle(): (title: string) => string {
  const { t, period } = useLanguage()
  const { data } = useQuery({
    queryKey: ['record', 'reporting_form', 'list', query],
    queryFn: ({ signal }) => forms.list(query, signal),
    staleTime: 5 * 60_000,
  })
  return useCallback(
    (title) => {
      const at = title.lastIndexOf(' ')
      if (at < 0) return title
      const name = title.slice(0, at)
      const form = data?.rows.map(namesOf).find((names) => names.zh === name)
      return `${form ? t(form) : name} ${period(title.slice(at + 1))}`
    },
    [data, t, period],
  )
}
