import { type Text, text } from '#engine/result/result'

export type Outcome = 'done' | 'refused'

/** Deeds that were asked for and not let through; every other deed was done. */
export const isRefusal = (deed: string): boolean => deed.endsWith('_refused') || deed === 'account_locked'

/** One event as the audit desk shows it. */
export interface AuditEntry {
  readonly id: string
  readonly at: string
  readonly zone: string
  readonly unit: string
  readonly person: string
  readonly person_name: Text
  readonly record: string
  readonly row: string
  readonly deed: string
  readonly outcome: Outcome
  readonly reason: string | null
  readonly changes: Readonly<Record<string, unknown>>
  readonly request: string
  /** Number of the seal in its zone; null: not sealed yet. */
  readonly seal: number | null
}

/** `GET /api/audit/events`. */
export interface AuditReply {
  readonly entries: readonly AuditEntry[]
  /** Continue with `after`; absent on the last page. */
  readonly next?: string
  /** Matching events, counted up to 10 000. */
  readonly total: number
  readonly total_is_least: boolean
}

/** What is done besides the deeds that record types declare. */
export const kernelDeeds: Readonly<Record<string, Text>> = {
  create: text('新建', 'Created'),
  update: text('修改', 'Changed'),
  remove: text('删除', 'Deleted'),
  comment: text('评论', 'Commented'),
  attach: text('上传附件', 'Attached a file'),
  detach: text('删除附件', 'Removed a file'),
  export: text('导出', 'Exported'),
  sign_in: text('登录', 'Signed in'),
  sign_in_refused: text('登录失败', 'Sign-in refused'),
  account_locked: text('账号锁定', 'Account locked'),
  access_refused: text('越权访问被拒', 'Access refused'),
  reckoned_anew: text('重算时限', 'Reckoned limits anew'),
  rotate: text('轮换密钥', 'Rotated the key'),
  rewrap: text('重新包装密钥', 'Rewrapped the key'),
  purge: text('清除到期事件', 'Purged old events'),
}

/** What an event is about besides record types. */
export const kernelRecords: Readonly<Record<string, Text>> = {
  account: text('账号', 'Account'),
  session: text('会话', 'Session'),
  request: text('接口请求', 'Request'),
  event: text('审计记录', 'Audit record'),
  data_key: text('数据密钥', 'Data key'),
  ledger: text('账本', 'Ledger'),
}
