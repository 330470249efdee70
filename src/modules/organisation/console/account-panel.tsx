import { Alert, App, Button, Modal } from 'antd'
import { useState } from 'react'
import { instantWords } from '#engine/calendar/instant-words'
import { rolesOver } from '#engine/records/rights'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { Confirm } from '#console/ui/confirm'
import { EmptyState } from '#console/ui/empty-state'
import { KeyValue } from '#console/ui/key-value'
import { Panel } from '#console/ui/panel'
import { StateMark } from '#console/ui/state-mark'
import type { AccountReply, StartPasswordReply } from '../contract'
import { type AccessKind, threeAdministrators } from '../domain/access-request'
import { useAccountOf, useBlock, useEndSessions, useMayAsk, useStartPassword } from './access-queries'
import { AccessRequestDialog } from './access-request-dialog'
import { SessionTable } from './session-table'

const words = {
  title: text('账号与会话', 'Account and sessions'),
  account: text('账号名', 'Account'),
  state: text('状态', 'State'),
  factor: text('二次验证', 'Second factor'),
  last: text('最近登录', 'Last sign-in'),
  on: text('已启用', 'In use'),
  off: text('未启用', 'Not in use'),
  never: text('从未登录', 'Never'),
  none: text('此人没有账号，不能登录', 'No account: this person cannot sign in'),
  open: text('申请开通账号', 'Ask for an account'),
  reset: text('申请重置登录', 'Ask to reset the sign-in'),
  restore: text('申请恢复账号', 'Ask to restore the account'),
  block: text('立即停用', 'Block at once'),
  blockSays: text(
    '此人的会话全部结束，不能再登录；恢复须由系统管理员申请。理由记入账本。',
    'Every session ends and no sign-in is possible; restoring it takes a request. The reason is kept in the ledger.',
  ),
  start: text('发放初始口令', 'Give out the start password'),
  startSays: text(
    '口令只显示这一次，请当面交给本人；首次登录须修改。',
    'It is shown this once: hand it over in person. It must be changed at the first sign-in.',
  ),
  close: text('已交给本人', 'Handed over'),
  endAll: text('结束全部会话', 'End all sessions'),
  noSessions: text('当前没有登录', 'Not signed in anywhere'),
  ended: text('会话已结束', 'The session has ended'),
  blocked: text('账号已停用', 'The account is blocked'),
}
const untilWords = (at: string) => text(`${instantWords(at)} 前有效`, `Valid until ${instantWords(at)}`)

type Account = NonNullable<AccountReply['account']>

function standingOf(account: Account) {
  if (account.blocked) return { standing: 'late', word: text('已停用', 'Blocked') } as const
  if (account.locked)
    return { standing: 'watch', word: text('输错口令，暂时锁定', 'Locked for a while') } as const
  if (account.start_due)
    return { standing: 'watch', word: text('待发放初始口令', 'Start password due') } as const
  return { standing: 'on_track', word: text('正常', 'In order') } as const
}

function Facts({ account }: { readonly account: Account }) {
  const { t } = useLanguage()
  return (
    <KeyValue
      items={[
        { key: 'account', label: t(words.account), value: account.account },
        { key: 'state', label: t(words.state), value: <StateMark {...standingOf(account)} /> },
        {
          key: 'factor',
          label: t(words.factor),
          value: t(account.second_factor ? words.on : words.off),
        },
        {
          key: 'last',
          label: t(words.last),
          value: account.last_sign_in ? instantWords(account.last_sign_in) : t(words.never),
        },
      ]}
    />
  )
}

function StartPassword({
  given,
  onClose,
}: {
  readonly given: StartPasswordReply
  readonly onClose: () => void
}) {
  const { t } = useLanguage()
  return (
    <Modal
      open
      title={t(words.start)}
      okText={t(words.close)}
      cancelButtonProps={{ hidden: true }}
      closable={false}
      mask={{ closable: false }}
      onOk={onClose}
    >
      <p>{t(words.startSays)}</p>
      <p className="start-password">
        <span className="quiet">{given.account}</span> <code>{given.password}</code>
      </p>
      <p className="quiet">{t(untilWords(given.until))}</p>
    </Modal>
  )
}

interface DeskProps {
  readonly person: string
  readonly account: Account
}

/** What the security administrator does at once: give out a start password, block. */
function SecurityWays({ person, account }: DeskProps) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const [blocking, setBlocking] = useState(false)
  const block = useBlock(person)
  const start = useStartPassword(person)
  const failed = block.error ?? start.error
  return (
    <>
      {failed && <Alert type="error" role="alert" title={t(wordsOf(failed).message)} />}
      {account.start_due && (
        <Button type="primary" loading={start.isPending} onClick={() => start.mutate(undefined)}>
          {t(words.start)}
        </Button>
      )}
      {!account.blocked && (
        <Button danger onClick={() => setBlocking(true)}>
          {t(words.block)}
        </Button>
      )}
      {start.data && <StartPassword given={start.data} onClose={() => start.reset()} />}
      {blocking && (
        <Confirm
          title={words.block}
          says={words.blockSays}
          verb={words.block}
          danger
          reason="required"
          busy={block.isPending}
          onCancel={() => setBlocking(false)}
          onConfirm={(reason) =>
            block.mutate(reason ?? '', {
              onSuccess: () => {
                void message.success(t(words.blocked))
                setBlocking(false)
              },
            })
          }
        />
      )}
    </>
  )
}

function Sessions({ person, reply }: { readonly person: string; readonly reply: AccountReply }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const end = useEndSessions(person)
  if (reply.sessions.length === 0) return <EmptyState why={words.noSessions} />
  const ending = (session: string | undefined) =>
    end.mutate(session, { onSuccess: () => void message.success(t(words.ended)) })
  return (
    <>
      <SessionTable sessions={reply.sessions} busy={end.isPending} onEnd={(one) => ending(one.id)} />
      <div className="move-buttons no-print">
        <Button size="small" disabled={end.isPending} onClick={() => ending(undefined)}>
          {t(words.endAll)}
        </Button>
      </div>
    </>
  )
}

function askable(account: AccountReply['account']): readonly (readonly [AccessKind, typeof words.open])[] {
  if (!account) return [['open_account', words.open]]
  return account.blocked ? [['restore_account', words.restore]] : [['reset_sign_in', words.reset]]
}

interface AccountPanelProps {
  readonly person: string
  readonly unit: string
  readonly name: string
}

/** A person's account, for the administrators: how it stands, what may be asked or done, and where it is signed in. */
export function AccountPanel({ person, unit, name }: AccountPanelProps) {
  const { t } = useLanguage()
  const held = rolesOver(useSession(), unit)
  const isAdministrator = threeAdministrators.some((role) => held.includes(role))
  const { data } = useAccountOf(person, isAdministrator)
  const mayAsk = useMayAsk()
  const [asking, setAsking] = useState<AccessKind>()
  if (!isAdministrator || !data) return null
  const isSecurity = held.includes('security_admin')
  return (
    <Panel title={t(words.title)}>
      {data.account ? <Facts account={data.account} /> : <p className="quiet">{t(words.none)}</p>}
      <div className="move-buttons no-print">
        {mayAsk &&
          askable(data.account).map(([kind, label]) => (
            <Button key={kind} onClick={() => setAsking(kind)}>
              {t(label)}
            </Button>
          ))}
        {isSecurity && data.account && <SecurityWays person={person} account={data.account} />}
      </div>
      {isSecurity && data.account && <Sessions person={person} reply={data} />}
      {asking && (
        <AccessRequestDialog
          kind={asking}
          given={{ unit_id: unit, person }}
          about={name}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Panel>
  )
}
