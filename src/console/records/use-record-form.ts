import { useEffect, useMemo, useRef, useState } from 'react'
import { checkInput, type ExtraFields } from '#engine/records/check-input'
import type { Problem } from '#engine/records/problem'
import { asksForUnit } from '#engine/records/input-fields'
import { rolesOver } from '#engine/records/rights'
import type { RecordType } from '#engine/records/record'
import type { ProblemReply, ReplyRow, RowReply } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { ApiProblem } from '#console/api/api-problem'
import { useSession } from '#console/api/session'
import { readDraft, writeDraft } from './draft'
import { changedValues, startValues, tidied, tidiedValues, type FormValues } from './form-values'
import { todayInChina } from './today-in-china'
import { useRecordChange, useRecordClient } from './record-queries'

export interface FormOptions {
  readonly record: RecordType
  readonly row: ReplyRow | undefined
  readonly extra: ExtraFields
  /** The unit a new row begins in. */
  readonly unit: string | undefined
  /** What else a new row begins with. */
  readonly preset?: FormValues | undefined
  readonly onSaved: (reply: RowReply) => void
}

const unitMissing: Problem = {
  field: 'unit_id',
  code: 'required',
  value: '',
  says: text('必填', 'is required'),
  mend: text('请选择所属单位', 'Choose the unit.'),
}

function useTyped({ record, row, extra, unit, preset }: FormOptions) {
  const [base, setBase] = useState(row)
  const start = useMemo(() => startValues(record, base, extra), [record, base, extra])
  const fresh = useMemo<FormValues>(
    () => (base || !unit ? start : { ...start, unit_id: unit, ...preset }),
    [base, unit, start, preset],
  )
  const [draft] = useState(() => readDraft(record.name, row?.id))
  const [restored, setRestored] = useState(Boolean(draft))
  const [typed, setTyped] = useState<FormValues>(draft?.values ?? {})
  const values = useMemo(() => ({ ...fresh, ...typed }), [fresh, typed])
  const changes = useMemo(() => {
    // What stands there may be written in another way than it is typed, as 33.2670: nobody has touched it.
    const asStored = (given: FormValues) =>
      tidiedValues({ ...record.fields, ...extra }, given, new Date().getFullYear())
    return changedValues(asStored(start), asStored(values))
  }, [record, extra, start, values])
  const isDirty = Object.keys(changedValues(fresh, values)).length > 0
  const id = row?.id
  const version = base?.version ?? 0
  useEffect(() => {
    writeDraft(record.name, id, isDirty ? { values: typed, version } : undefined)
  }, [record.name, id, isDirty, typed, version])
  const forget = () => {
    writeDraft(record.name, id, undefined)
    setTyped({})
    setRestored(false)
  }
  return { base, setBase, values, changes, isDirty, typed, setTyped, restored, forget }
}

function useProblems(options: FormOptions, typing: ReturnType<typeof useTyped>) {
  const session = useSession()
  const { record, extra } = options
  const { base, changes, values } = typing
  const unit = typeof values.unit_id === 'string' ? values.unit_id : undefined
  return useMemo(() => {
    const checked = checkInput(record, changes, {
      ...(base && { before: base }),
      extra,
      year: new Date().getFullYear(),
      today: todayInChina(),
      ...(unit && { roles: rolesOver(session, unit) }),
    })
    const problems = checked.ok ? [] : checked.error
    const placeless = asksForUnit(record) && !unit ? [unitMissing] : []
    const stored = checked.ok ? { ...checked.value.values, ...checked.value.extra } : {}
    const place = 'unit_id' in changes && !record.within ? { unit_id: changes.unit_id } : {}
    return { problems: [...placeless, ...problems], sendable: { ...stored, ...place } }
  }, [record, changes, base, extra, session, unit])
}

/** Saving: what the server refused, and what somebody else has changed meanwhile. */
function useSaving({ record, row, onSaved }: FormOptions, forget: () => void) {
  const client = useRecordClient(record)
  const [refused, setRefused] = useState<readonly Problem[]>([])
  const [conflict, setConflict] = useState<ProblemReply>()
  const saved = useRef(false)
  const save = useRecordChange(
    record,
    ({ values, version }: { values: FormValues; version?: number | undefined }) =>
      row && version !== undefined ? client.update({ id: row.id, version }, values) : client.create(values),
  )
  const send = (values: FormValues, version: number | undefined) =>
    save.mutate(
      { values, version },
      {
        onSuccess: (reply) => {
          saved.current = true
          forget()
          onSaved(reply)
        },
        onError: (error) => {
          if (!(error instanceof ApiProblem)) return
          if (error.code === 'version_conflict' && error.reply.changed) setConflict(error.reply)
          setRefused(error.reply.problems ?? [])
        },
      },
    )
  const isOther = save.error instanceof ApiProblem && refused.length === 0 && !conflict
  return {
    send,
    refused,
    /** A field that is typed in again is no longer what the server refused. */
    forgive: (name: string) => setRefused((now) => now.filter((problem) => problem.field !== name)),
    failure: isOther ? (save.error as ApiProblem) : undefined,
    isSaving: save.isPending,
    isSaved: () => saved.current,
    conflict,
    dropConflict: () => setConflict(undefined),
  }
}

/** The state of one form: what is typed, what is wrong with it, the draft, saving, and a change by somebody else. */
export function useRecordForm(options: FormOptions) {
  const { record, extra } = options
  const typing = useTyped(options)
  const { problems, sendable } = useProblems(options, typing)
  const saving = useSaving(options, typing.forget)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(0)
  const submit = () => {
    setTried(tried + 1)
    if (problems.length === 0) saving.send(sendable, typing.base?.version)
  }
  const set = (name: string, value: unknown) => {
    saving.forgive(name)
    typing.setTyped((now) => ({ ...now, [name]: value }))
  }
  const leaveField = (name: string) => {
    const field = record.fields[name] ?? extra[name]
    if (field && name in typing.typed) set(name, tidied(field, typing.typed[name], new Date().getFullYear()))
    setTouched((now) => new Set(now).add(name))
  }
  const shown = [...saving.refused, ...problems.filter(({ field }) => tried > 0 || touched.has(field))]
  const problemOf = (name: string) => shown.find((problem) => problem.field === name)
  return { ...typing, ...saving, set, leaveField, submit, tried, shown, problemOf }
}

export type RecordFormState = ReturnType<typeof useRecordForm>
