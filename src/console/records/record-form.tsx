import { Alert, Button } from 'antd'
import { useId, useMemo, type FormEvent } from 'react'
import type { Role } from '#engine/records/role.data'
import { may, rolesOver } from '#engine/records/rights'
import { type RecordType, sharedWhole } from '#engine/records/record'
import type { ReplyRow, RowReply, Titles } from '#engine/records/reply'
import type { Field } from '#engine/records/field'
import { asksForUnit, unitField } from '#engine/records/input-fields'
import { text } from '#engine/result/result'
import { useSession } from '#console/api/session'
import { usePlace } from '#console/frame/place'
import { useLanguage } from '#console/language/language'
import { useRegistry } from '#console/registry-context'
import { Problems } from '#console/ui/problems'
import { ConflictDialog } from './conflict-dialog'
import { useExtraFields } from './extra-fields'
import { FormField } from './form-field'
import { formGroups, type FormValues } from './form-values'
import { LeaveGuard } from './leave-guard'
import { useRecordForm, type RecordFormState } from './use-record-form'
import './form.css'

const words = {
  save: text('保存', 'Save'),
  create: text('创建', 'Create'),
  cancel: text('取消', 'Cancel'),
  restored: text('已恢复上次未保存的内容', 'What you had not saved is back'),
  drop: text('放弃草稿', 'Discard the draft'),
}

interface RecordFormProps {
  readonly record: RecordType
  /** The row to change; absent: a new one. */
  readonly row?: ReplyRow
  readonly titles?: Titles
  /** What a new row begins with. */
  readonly preset?: FormValues
  readonly onSaved: (reply: RowReply) => void
  readonly onCancel: () => void
}

/** The units in which this person may create rows of this type. */
function useCreatableUnits(record: RecordType): string[] {
  const session = useSession()
  return useMemo(
    () =>
      session.units
        .map((unit) => unit.code)
        .filter((unit_id) => may(session, record, { verb: 'create', row: { unit_id } })),
    [session, record],
  )
}

function Conflict({ form, record, titles }: { form: RecordFormState; record: RecordType; titles: Titles }) {
  const { conflict, base } = form
  if (!conflict || !base) return null
  const settle = (theirs: ReadonlySet<string>) => {
    const now = Object.fromEntries((conflict.changed ?? []).map((change) => [change.field, change.now]))
    const mine = Object.fromEntries(Object.entries(form.changes).filter(([name]) => !theirs.has(name)))
    const version = conflict.version ?? base.version
    form.setBase({ ...base, ...now, version })
    form.setTyped(mine)
    form.dropConflict()
    form.send(mine, version)
  }
  return (
    <ConflictDialog
      record={record}
      conflict={conflict}
      opened={base}
      mine={form.changes}
      titles={titles}
      onSettle={settle}
      onBack={form.dropConflict}
    />
  )
}

function Notices({
  form,
  prefix,
  fields,
}: {
  form: RecordFormState
  prefix: string
  fields: Record<string, Field>
}) {
  const { t } = useLanguage()
  const listed = form.tried > 0 || form.failure ? form.shown : []
  return (
    <>
      {form.restored && (
        <Alert
          type="info"
          showIcon
          title={t(words.restored)}
          action={
            <Button size="small" onClick={form.forget}>
              {t(words.drop)}
            </Button>
          }
        />
      )}
      {form.failure && (
        <Alert
          type="error"
          role="alert"
          title={t(form.failure.reply.message)}
          description={t(form.failure.reply.remedy)}
        />
      )}
      <Problems
        key={form.tried}
        grab={form.tried > 0}
        problems={listed.map((problem) => ({
          target: problem.field ? `${prefix}-${problem.field}` : '',
          label: fields[problem.field]?.label,
          says: problem.says,
          mend: problem.mend,
        }))}
      />
    </>
  )
}

/** Roles that decide which fields may be set: those over the row's unit, or any for rows all units share. */
function useRoles(record: RecordType, place: unknown): readonly Role[] {
  const session = useSession()
  if (record.scope === 'shared') return Object.keys(session.reach) as Role[]
  return rolesOver(session, typeof place === 'string' ? place : '')
}

/** The unit a new row begins in: where one stands, if rows may be made there. */
function homeOf(record: RecordType, here: string | undefined, creatable: readonly string[]) {
  if (record.place) return undefined
  return here && creatable.includes(here) ? here : creatable[0]
}

/** Where a part refers to parts of the same row, only those are offered: the nodes of this project, not of the zone. */
function useAmong(record: RecordType, values: FormValues) {
  const { records } = useRegistry()
  return (field: Field): { readonly among?: Readonly<Record<string, string>> } => {
    const other = 'to' in field ? records.find(({ name }) => name === field.to) : undefined
    const shared = other && sharedWhole(record, other)
    const whole = shared && values[shared.own]
    return shared && typeof whole === 'string' && whole ? { among: { [shared.theirs]: whole } } : {}
  }
}

/** The form of any record type: checked while one types by the same rules as on the server. */
export function RecordForm({ record, row, titles = {}, preset, onSaved, onCancel }: RecordFormProps) {
  const { t } = useLanguage()
  const { units } = useSession()
  const { unit } = usePlace()
  const prefix = useId()
  const creatable = useCreatableUnits(record)
  const extra = useExtraFields(record, row?.unit_id ?? unit?.code)
  const home = homeOf(record, unit?.code, creatable)
  const form = useRecordForm({ record, row, preset, extra: extra.fields, unit: home, onSaved })
  const roles = useRoles(record, form.values.unit_id)
  const among = useAmong(record, form.values)
  const fields = { ...record.fields, ...extra.fields, unit_id: unitField.field }
  const inputOf = (name: string, field: Field) => {
    const held = field.set && !field.set.some((role) => roles.includes(role))
    const fixed = field.fixed && row && row[name] != null
    return (
      <FormField
        key={name}
        id={`${prefix}-${name}`}
        field={field}
        value={form.values[name]}
        titles={titles}
        problem={form.problemOf(name)}
        disabled={Boolean(held || fixed)}
        onChange={(value) => form.set(name, value)}
        onBlur={() => form.leaveField(name)}
        {...among(field)}
        {...(name === 'unit_id' && { units: row ? units.map(({ code }) => code) : creatable })}
      />
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    form.submit()
  }
  return (
    <form className="record-form" onSubmit={submit} noValidate>
      <Notices form={form} prefix={prefix} fields={fields} />
      {formGroups(record, extra.fields, roles).map((group, index) => (
        <fieldset key={group.label.zh}>
          <legend>{t(group.label)}</legend>
          {index === 0 && asksForUnit(record) && !row && inputOf(unitField.name, unitField.field)}
          {group.fields.map(([name, field]) => inputOf(name, field))}
        </fieldset>
      ))}
      <div className="form-ways">
        <Button onClick={onCancel}>{t(words.cancel)}</Button>
        <Button
          type="primary"
          htmlType="submit"
          loading={form.isSaving}
          disabled={Boolean(row) && !form.isDirty}
        >
          {t(row ? words.save : words.create)}
        </Button>
      </div>
      <Conflict form={form} record={record} titles={titles} />
      <LeaveGuard isDirty={() => form.isDirty && !form.isSaved()} onDiscard={form.forget} />
    </form>
  )
}
