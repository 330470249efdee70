import { Button, Input, Select } from 'antd'
import { useEffect, useId, useState } from 'react'
import { readDate } from '#engine/records/read-value'
import { type Text, text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { useRegistry } from '#console/registry-context'
import type { ConditionName, Conditions } from './audit-query'
import { conditionNames } from './audit-query'
import { allDeeds, allSubjects } from './audit-words'

const words = {
  from: text('开始日期', 'From'),
  to: text('结束日期', 'To'),
  day: text('如 2026-03-05', 'such as 2026-03-05'),
  person: text('人员', 'Person'),
  personHint: text('姓名、账号或编号', 'Name, account or id'),
  deed: text('动作', 'Deed'),
  record: text('对象', 'Record'),
  outcome: text('结果', 'Outcome'),
  any: text('全部', 'Any'),
  done: text('成功', 'Done'),
  refused: text('被拒', 'Refused'),
  row: text('对象编号', 'Row id'),
  q: text('变更内容、理由、请求编号', 'In changes, reason, request id'),
  clear: text('清除条件', 'Clear'),
  filters: text('筛选条件', 'Filters'),
}

interface FiltersProps {
  readonly conditions: Conditions
  readonly onChange: (changes: Conditions) => void
}

interface TypedProps extends FiltersProps {
  readonly name: ConditionName
  readonly label: Text
  readonly hint?: Text
  /** What was typed as it is asked for; undefined leaves the condition out. */
  readonly read?: (typed: string) => string | undefined
}

const asTyped = (typed: string): string | undefined => typed.trim() || undefined

/** A day as people write it: 2026-3-5, 3月5日. */
const dayOf = (typed: string): string | undefined => readDate(typed, new Date().getFullYear())

/** Text that is sent when it is finished, not at every key. */
function Typed({ name, label, hint, read = asTyped, conditions, onChange }: TypedProps) {
  const { t } = useLanguage()
  const id = useId()
  const given = conditions[name] ?? ''
  const [draft, setDraft] = useState(given)
  useEffect(() => setDraft(given), [given])
  const send = () => {
    const value = read(draft)
    setDraft(value ?? '')
    if ((value ?? '') !== given) onChange({ [name]: value })
  }
  return (
    <div className="audit-filter">
      <label htmlFor={id}>{t(label)}</label>
      <Input
        id={id}
        allowClear
        value={draft}
        {...(hint && { placeholder: t(hint) })}
        onChange={({ target }) => {
          setDraft(target.value)
          if (target.value === '' && given !== '') onChange({ [name]: undefined })
        }}
        onPressEnter={send}
        onBlur={send}
      />
    </div>
  )
}

function Choice({
  name,
  label,
  options,
  conditions,
  onChange,
}: TypedProps & { readonly options: ReadonlyMap<string, Text> }) {
  const { t } = useLanguage()
  const id = useId()
  return (
    <div className="audit-filter">
      <label htmlFor={id}>{t(label)}</label>
      <Select
        id={id}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t(words.any)}
        value={conditions[name] ?? null}
        options={[...options].map(([value, says]) => ({ value, label: t(says) }))}
        onChange={(value: string | null | undefined) => onChange({ [name]: value ?? undefined })}
      />
    </div>
  )
}

const outcomes = new Map([
  ['done', words.done],
  ['refused', words.refused],
])

/** What to look for; every condition narrows. */
export function AuditFilters(props: FiltersProps) {
  const { t } = useLanguage()
  const { records } = useRegistry()
  const isAny = Object.keys(props.conditions).length > 0
  const none = Object.fromEntries(conditionNames.map((name) => [name, undefined])) as Conditions
  return (
    <div className="audit-filters no-print" role="search" aria-label={t(words.filters)}>
      <Typed {...props} name="from" label={words.from} hint={words.day} read={dayOf} />
      <Typed {...props} name="to" label={words.to} hint={words.day} read={dayOf} />
      <Typed {...props} name="person" label={words.person} hint={words.personHint} />
      <Choice {...props} name="deed" label={words.deed} options={allDeeds(records)} />
      <Choice {...props} name="record" label={words.record} options={allSubjects(records)} />
      <Choice {...props} name="outcome" label={words.outcome} options={outcomes} />
      <Typed {...props} name="row" label={words.row} />
      <Typed {...props} name="q" label={words.q} />
      <Button type="link" disabled={!isAny} onClick={() => props.onChange(none)}>
        {t(words.clear)}
      </Button>
    </div>
  )
}
