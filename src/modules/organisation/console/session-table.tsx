import { Button, Table } from 'antd'
import type { SessionEntry } from '#engine/records/session'
import { instantWords } from '#engine/calendar/instant-words'
import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { breakpoints } from '#console/tokens/tokens'
import { useMedia } from '#console/tokens/theme'

const words = {
  device: text('设备', 'Device'),
  place: text('地址', 'Address'),
  way: text('登录方式', 'Signed in by'),
  since: text('登录时间', 'Since'),
  seen: text('最近使用', 'Last seen'),
  until: text('最迟到期', 'Ends at the latest'),
  end: text('结束', 'End'),
  here: text('本次登录', 'This session'),
  unknown: text('未知设备', 'Unknown device'),
}

const timesOf = (one: SessionEntry) =>
  text(
    `${instantWords(one.created_at)} 登录，${instantWords(one.used_at)} 用过`,
    `since ${instantWords(one.created_at)}, last seen ${instantWords(one.used_at)}`,
  )

const ways: Readonly<Record<SessionEntry['way'], Text>> = {
  password: text('密码', 'Password'),
  second_factor: text('密码与验证码', 'Password and code'),
  oidc: text('统一身份认证', 'Single sign-on'),
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/UOS|Kylin/i, '国产操作系统 Linux'],
  [/Linux/, 'Linux'],
]
const firstOf = (list: readonly (readonly [RegExp, string])[], client: string) =>
  list.find(([sign]) => sign.test(client))?.[1]

/** What a browser calls itself, in words: Chrome · Windows. A program's own name stays as it is. */
export function deviceWords(client: string): string | undefined {
  const known = [firstOf(browsers, client), firstOf(systems, client)].filter(Boolean)
  return known.length > 0 ? known.join(' · ') : client.slice(0, 40) || undefined
}

interface SessionTableProps {
  readonly sessions: readonly SessionEntry[]
  readonly busy: boolean
  readonly onEnd: (session: SessionEntry) => void
}

const Device = ({ one }: { readonly one: SessionEntry }) => {
  const { t } = useLanguage()
  return (
    <>
      {/* Makers' names are the same in every language. */}
      <span lang="en">{deviceWords(one.client) ?? t(words.unknown)}</span>
      {one.current && <span className="here-mark">{t(words.here)}</span>}
    </>
  )
}

interface EndButtonProps {
  readonly one: SessionEntry
  readonly busy: boolean
  readonly onEnd: (session: SessionEntry) => void
}

/** One's own session is ended by signing out. */
function EndButton({ one, busy, onEnd }: EndButtonProps) {
  const { t } = useLanguage()
  if (one.current) return null
  return (
    <Button
      size="small"
      disabled={busy}
      aria-label={`${t(words.end)}：${deviceWords(one.client) ?? t(words.unknown)}，${one.address}`}
      onClick={() => onEnd(one)}
    >
      {t(words.end)}
    </Button>
  )
}

/** On a phone each session is a card: its button must not lie beyond the edge. */
function SessionCards({ sessions, busy, onEnd }: SessionTableProps) {
  const { t } = useLanguage()
  return (
    <ul className="session-cards">
      {sessions.map((one) => (
        <li key={one.id}>
          <div>
            <Device one={one} />
            <p className="quiet">{[one.address || '—', t(ways[one.way])].join(' · ')}</p>
            <p className="quiet">{t(timesOf(one))}</p>
          </div>
          <EndButton one={one} busy={busy} onEnd={onEnd} />
        </li>
      ))}
    </ul>
  )
}

/** Open sessions: from what, from where, since when, last seen; each can be ended. */
export function SessionTable({ sessions, busy, onEnd }: SessionTableProps) {
  const { t } = useLanguage()
  const phone = useMedia(`(max-width: ${breakpoints.phone}px)`)
  if (phone) return <SessionCards sessions={sessions} busy={busy} onEnd={onEnd} />
  return (
    <Table
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={[...sessions]}
      columns={[
        { title: t(words.device), render: (_: unknown, one: SessionEntry) => <Device one={one} /> },
        { title: t(words.place), dataIndex: 'address', render: (at: string) => at || '—' },
        { title: t(words.way), render: (_: unknown, one: SessionEntry) => t(ways[one.way]) },
        { title: t(words.since), dataIndex: 'created_at', render: (at: string) => instantWords(at) },
        { title: t(words.seen), dataIndex: 'used_at', render: (at: string) => instantWords(at) },
        { title: t(words.until), dataIndex: 'expires_at', render: (at: string) => instantWords(at) },
        {
          title: <span className="visually-hidden">{t(words.end)}</span>,
          render: (_: unknown, one: SessionEntry) => <EndButton one={one} busy={busy} onEnd={onEnd} />,
        },
      ]}
    />
  )
}
