import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { checkInput } from '#engine/records/check-input'
import type { Problem } from '#engine/records/problem'
import type { ReplyRow } from '#engine/records/reply'
import { recordClient } from '#console/api/record-client'
import { readDraft, writeDraft } from '#console/records/draft'
import { changedValues, type FormValues, startValues, tidiedValues } from '#console/records/form-values'
import { projectMonth } from '../../records/project-month'
import { shrinkPhoto } from './shrink-photo'

interface Given {
  readonly project: string
  readonly month: string
  /** The report, where it has been begun. */
  readonly row: ReplyRow | undefined
  /** Called once it is kept; the form may be gone by then. */
  readonly onKept: (isSubmitted: boolean) => void
}

/** What a report needs before it can be handed in. */
const needed = ['invested', 'progress'] as const

const client = recordClient(projectMonth)
const isEmpty = (value: unknown) => value === undefined || value === null || value === ''

interface Order {
  readonly values: FormValues
  readonly photos: readonly File[]
  readonly submit: boolean
}

interface Steps {
  readonly onRow: (row: ReplyRow) => void
  readonly onPhoto: (photo: File) => void
}

/**
 * Writes the report, then its photos one by one, then hands it in. Each step that succeeded is noted, so that trying
 * again after a refusal goes on where it stopped.
 */
async function keep(given: Omit<Given, 'onKept'>, order: Order, steps: Steps): Promise<ReplyRow> {
  const { row: known, project, month } = given
  const isChanged = Object.keys(order.values).length > 0
  let row = known
  if (!row) row = (await client.create({ project, month, ...order.values })).row
  else if (isChanged) row = (await client.update(row, order.values)).row
  steps.onRow(row)
  for (const photo of order.photos) {
    await client.attach(row.id, await shrinkPhoto(photo))
    steps.onPhoto(photo)
  }
  if (order.submit) row = (await client.act(row, 'submit', {})).row
  steps.onRow(row)
  return row
}

function useDraft(project: string, month: string) {
  const key = `${project}.${month}`
  const [typed, setTyped] = useState<FormValues>(() => readDraft(projectMonth.name, key)?.values ?? {})
  const write = (values: FormValues) => {
    setTyped(values)
    writeDraft(projectMonth.name, key, Object.keys(values).length > 0 ? { values, version: 0 } : undefined)
  }
  return [typed, write] as const
}

/** A report of the month while it is typed: what is missing, what is wrong, its photos, and how it is kept. */
export function useMonthReport(given: Given) {
  const queries = useQueryClient()
  const [row, setRow] = useState(given.row)
  const [typed, write] = useDraft(given.project, given.month)
  const [photos, setPhotos] = useState<readonly File[]>([])
  const start = useMemo(() => startValues(projectMonth, row, {}), [row])
  const values = { ...start, ...typed }
  const changes = changedValues(start, tidiedValues(projectMonth.fields, values, new Date().getFullYear()))
  const whole = row ? changes : { project: given.project, month: given.month, ...changes }
  const checked = checkInput(projectMonth, whole, { ...(row && { before: row }) })
  const problems: readonly Problem[] = checked.ok
    ? []
    : checked.error.filter(
        ({ field, code }) => code !== 'required' || row !== undefined || field !== 'progress',
      )
  const save = useMutation({
    mutationFn: (submit: boolean) =>
      keep(
        { ...given, row },
        { values: changes, photos, submit },
        {
          onRow: (next) => {
            setRow(next)
            write({})
          },
          onPhoto: (photo) => setPhotos((now) => now.filter((one) => one !== photo)),
        },
      ),
    onSuccess: (_row, submit) => given.onKept(submit),
    // Not waited for: what is read again may take this form away before it has said that it is done.
    onSettled: () => void queries.invalidateQueries({ queryKey: ['record'] }),
  })
  return {
    row,
    values,
    photos,
    setPhotos,
    problems,
    missing: needed.filter((name) => isEmpty(values[name])),
    isDirty: Object.keys(changes).length > 0 || photos.length > 0,
    set: (name: string, value: unknown) => write({ ...typed, [name]: value }),
    forget: () => {
      write({})
      setPhotos([])
    },
    save,
  }
}

export type MonthReport = ReturnType<typeof useMonthReport>
