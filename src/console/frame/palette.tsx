import { SearchOutlined } from '@ant-design/icons'
import { useQueries } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react'
import type { ReplyRow } from '#engine/records/reply'
import { addressOf, type RecordType } from '#engine/records/record'
import type { Role } from '#engine/records/role.data'
import { text } from '#engine/result/result'
import { recordClient } from '#console/api/record-client'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { pinyinInitials } from '#console/language/pinyin-initials'
import { useRegistry } from '#console/registry-context'
import { useGo } from '#console/router/go'
import type { NavGroup } from './nav'

const words = {
  search: text('搜索页面、项目、单位、人员…（支持拼音首字母）', 'Search pages, projects, units, people…'),
  title: text('搜索', 'Search'),
  pages: text('页面', 'Pages'),
  results: text('结果', 'Results'),
  none: text(
    '没有找到。可换用名称中的两个字、编码或拼音首字母。',
    'Nothing found. Try two characters of the name, a code or pinyin initials.',
  ),
}
const perType = 5

interface Hit {
  readonly key: string
  readonly group: string
  readonly label: string
  readonly hint: string
  readonly to: string
}

function usePageHits(groups: readonly NavGroup[], sought: string): Hit[] {
  const { t } = useLanguage()
  const plain = sought.trim().toLowerCase()
  const fits = (entry: { zh: string; en: string }) =>
    [entry.zh, entry.en.toLowerCase(), pinyinInitials(entry.zh)].some((name) => name.includes(plain))
  return groups.flatMap((group) =>
    group.entries
      .filter((entry) => fits(entry.label))
      .map((entry) => ({
        key: entry.to,
        group: t(words.pages),
        label: t(entry.label),
        hint: t(group.label),
        to: entry.to,
      })),
  )
}

const nameOf = (row: ReplyRow, record: RecordType): string => {
  const name = row[record.title]
  return typeof name === 'string' && name ? name : row.id
}

const isSearchable = (record: RecordType, roles: readonly Role[]) =>
  Object.values(record.fields).some((field) => field.search) &&
  record.rights.read.some((right) => right === 'everyone' || roles.includes(right))

function useRecordHits(sought: string): Hit[] {
  const { t } = useLanguage()
  const { reach, units } = useSession()
  const roles = Object.keys(reach) as Role[]
  const records = useRegistry().records.filter((record) => isSearchable(record, roles))
  const lists = useQueries({
    queries: records.map((record) => ({
      queryKey: ['record', record.name, 'search', sought],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        recordClient(record).list({ q: sought, size: String(perType), count: 'false' }, signal),
      enabled: sought.trim().length > 0,
      retry: false,
    })),
  })
  return records.flatMap((record, index) =>
    (lists[index]?.data?.rows ?? []).map((row) => ({
      key: `${record.name}:${row.id}`,
      group: t(record.label),
      label: nameOf(row, record),
      hint: t(units.find((unit) => unit.code === row.unit_id)?.name ?? text(row.unit_id, row.unit_id)),
      to: `/records/${addressOf(record)}/${row.id}`,
    })),
  )
}

interface HitListProps {
  readonly id: string
  readonly hits: readonly Hit[]
  readonly active: number
  readonly onPick: (hit: Hit) => void
}

function HitList({ id, hits, active, onPick }: HitListProps) {
  const { t } = useLanguage()
  const groups = [...new Set(hits.map((hit) => hit.group))]
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={t(words.results)}
      className="palette-list"
      tabIndex={-1}
    >
      {groups.map((group) => (
        <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
          <div id={`${id}-${group}`} className="palette-group">
            {group}
          </div>
          {hits.map((hit, index) =>
            hit.group !== group ? null : (
              <div
                key={hit.key}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                data-active={index === active || undefined}
                className="picker-option"
                ref={(node) => {
                  if (index === active) node?.scrollIntoView({ block: 'nearest' })
                }}
                onClick={() => onPick(hit)}
              >
                <span>{hit.label}</span>
                <small>{hit.hint}</small>
              </div>
            ),
          )}
        </div>
      ))}
    </div>
  )
}

/** Search over everything: pages by name, rows by what their lists find. */
export function Palette({
  groups,
  onClose,
}: {
  readonly groups: readonly NavGroup[]
  readonly onClose: () => void
}) {
  const { t } = useLanguage()
  const go = useGo()
  const id = useId()
  const [sought, setSought] = useState('')
  const [active, setActive] = useState(0)
  const deferred = useDeferredValue(sought)
  const pages = usePageHits(groups, sought)
  const rows = useRecordHits(deferred)
  const hits = [...pages, ...rows]
  const pick = (hit: Hit | undefined) => {
    if (!hit) return
    onClose()
    go(hit.to)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, hits.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
    else if (event.key === 'Enter') pick(hits[active])
    else return
    event.preventDefault()
  }
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      width={640}
      style={{ top: 80 }}
      title={t(words.title)}
      classNames={{ header: 'visually-hidden' }}
    >
      <div onKeyDown={press}>
        <Input
          autoFocus
          size="large"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={hits[active] ? `${id}-${active}` : undefined}
          aria-label={t(words.search)}
          placeholder={t(words.search)}
          prefix={<SearchOutlined aria-hidden="true" />}
          value={sought}
          onChange={(event) => {
            setSought(event.target.value)
            setActive(0)
          }}
        />
        <HitList id={id} hits={hits} active={active} onPick={pick} />
        {hits.length === 0 && sought && <p className="picker-none">{t(words.none)}</p>}
      </div>
    </Modal>
  )
}
