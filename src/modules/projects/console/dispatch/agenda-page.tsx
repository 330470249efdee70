import { DownloadOutlined } from '@ant-design/icons'
import { Alert, Button, Checkbox, InputNumber, Select, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { usePlace } from '#console/frame/place'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { EmptyState } from '#console/ui/empty-state'
import { PageHeader } from '#console/ui/page-header'
import { Panel } from '#console/ui/panel'
import { SampleMark } from '#console/ui/sample-mark'
import type { AgendaReply } from '../../dispatch-contract'
import { blocker } from '../../records/blocker'
import { agendaAddress, useAgenda } from './dispatch-queries'
import { dispatchWords } from './dispatch-words'
import { NoZone } from './no-zone'
import { LimitMark } from './report-matters'
import './dispatch.css'
import './report.css'

const words = {
  level: text('协调层级', 'Level'),
  any: text('不限层级', 'Any level'),
  age: text('提出满（天）', 'Raised days ago, at least'),
  matters: text('议题', 'Matters'),
  none: text('没有未销号的堵点', 'No blocker is open'),
  noneFits: text('没有符合条件的堵点', 'No blocker fits'),
  noneFitsWhat: text('放宽层级或天数。', 'Widen the level or the days.'),
}
const aboutWords = (chosen: number, of: number) =>
  text(`已选 ${chosen} 项，未销号堵点共 ${of} 项`, `${chosen} chosen of ${of} open blockers`)
const raisedWords = (day: string, age: number) =>
  text(`${day} 提出，已 ${age} 天`, `raised ${day}, ${age} days ago`)

type Matter = AgendaReply['blockers'][number]

interface MatterProps {
  readonly one: Matter
  readonly place: number | undefined
  readonly onChange: (chosen: boolean) => void
}

function MatterLine({ one, place, onChange }: MatterProps) {
  const { t } = useLanguage()
  return (
    <li className="agenda-matter" data-out={place === undefined || undefined}>
      <Checkbox
        aria-label={one.subject}
        checked={place !== undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="agenda-place">{place ?? '—'}</span>
      <div>
        <GoLink to={`/records/blocker/${one.id}`}>{one.subject}</GoLink> {one.sample && <SampleMark />}
        <p className="quiet">
          {one.project_name} · {t(one.level_label)} · {t(one.category)} ·{' '}
          {one.organ ? t(one.organ) : t(dispatchWords.nobody)}
        </p>
        {one.details && <p>{one.details}</p>}
        <p className="quiet">
          <LimitMark blocker={one} /> · {t(raisedWords(one.raised_on, one.age))}
          {one.letters.length > 0 && ` · ${one.letters.join('、')}`}
        </p>
      </div>
    </li>
  )
}

interface Filter {
  readonly level: string | undefined
  readonly age: number
}

function Filters({
  filter,
  onChange,
}: {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}) {
  const { t } = useLanguage()
  const [levelId, ageId] = [useId(), useId()]
  const levels = Object.entries(blocker.fields.level.options)
  return (
    <div className="desk-bulk no-print">
      <label htmlFor={levelId} className="agenda-label">
        {t(words.level)}
      </label>
      <Select
        id={levelId}
        style={{ minWidth: 140 }}
        value={filter.level ?? ''}
        options={[
          { value: '', label: t(words.any) },
          ...levels.map(([value, label]) => ({ value, label: t(label) })),
        ]}
        onChange={(level) => onChange({ ...filter, level: level || undefined })}
      />
      <label htmlFor={ageId} className="agenda-label">
        {t(words.age)}
      </label>
      <InputNumber
        id={ageId}
        min={0}
        max={999}
        value={filter.age}
        onChange={(age) => onChange({ ...filter, age: age ?? 0 })}
      />
    </div>
  )
}

function Agenda({ agenda }: { readonly agenda: AgendaReply }) {
  const { t, language } = useLanguage()
  const [filter, setFilter] = useState<Filter>({ level: undefined, age: 0 })
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const fitting = agenda.blockers.filter(
    (one) => one.age >= filter.age && (!filter.level || one.level === filter.level),
  )
  const chosen = fitting.filter(({ id }) => !left.has(id))
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(left)
    if (isChosen) next.delete(id)
    else next.add(id)
    setLeft(next)
  }
  const placeOf = (id: string) => {
    const place = chosen.findIndex((one) => one.id === id)
    return place < 0 ? undefined : place + 1
  }
  return (
    <>
      <PageHeader
        title={dispatchWords.agenda}
        about={
          <>
            {t(agenda.unit_name)} · {t(aboutWords(chosen.length, agenda.blockers.length))} ·{' '}
            <GoLink to="/dispatch" className="desk-back">
              {t(dispatchWords.desk)}
            </GoLink>
          </>
        }
        actions={
          <Button
            type="primary"
            icon={<DownloadOutlined aria-hidden="true" />}
            disabled={chosen.length === 0}
            href={agendaAddress(
              agenda.unit,
              chosen.map(({ id }) => id),
              language,
            )}
          >
            {t(dispatchWords.word)}
          </Button>
        }
      />
      <Panel title={t(words.matters)} flush>
        <Filters filter={filter} onChange={setFilter} />
        {fitting.length === 0 ? (
          <EmptyState
            why={agenda.blockers.length === 0 ? words.none : words.noneFits}
            what={words.noneFitsWhat}
          />
        ) : (
          <ol className="agenda">
            {fitting.map((one) => (
              <MatterLine
                key={one.id}
                one={one}
                place={placeOf(one.id)}
                onChange={(isChosen) => choose(one.id, isChosen)}
              />
            ))}
          </ol>
        )}
      </Panel>
    </>
  )
}

function Loaded({ unit }: { readonly unit: string }) {
  const { t } = useLanguage()
  const { data, error } = useAgenda(unit)
  if (error && !data) return <Alert type="error" showIcon title={t(wordsOf(error).message)} />
  return data ? <Agenda agenda={data} /> : <Skeleton active paragraph={{ rows: 8 }} />
}

/** `/dispatch/agenda`: open blockers for a meeting, by level and age; those that are ticked go into the Word file. */
export function AgendaPage() {
  const { unit } = usePlace()
  return unit && unit.kind !== 'system' ? <Loaded key={unit.code} unit={unit.code} /> : <NoZone />
}
