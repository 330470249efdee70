import type { Role } from '#engine/records/role.data'
import { text, type Text } from '#engine/result/result'

/** What the system administrator may ask the security administrator for. */
export const accessKinds = {
  open_account: text('开通账号', 'Open an account'),
  give_post: text('设岗', 'Give a post'),
  end_post: text('结束岗位', 'End a post'),
  hand_over: text('交接岗位', 'Hand over a post'),
  reset_sign_in: text('重置登录', 'Reset a sign-in'),
  restore_account: text('恢复账号', 'Restore an account'),
} as const satisfies Record<string, Text>

export type AccessKind = keyof typeof accessKinds

type Row = Readonly<Record<string, unknown>>

const postFields = ['post_zh', 'post_en', 'role', 'organ', 'starts_on', 'ends_on']

/** The fields a request of each kind is made of; the first list must be filled. */
const made: Readonly<
  Record<AccessKind, { readonly needs: readonly string[]; readonly may: readonly string[] }>
> = {
  open_account: { needs: ['account'], may: ['person', 'name_zh', 'name_en', 'mobile', ...postFields] },
  give_post: { needs: ['post_zh', 'role', 'starts_on'], may: ['person', 'post_en', 'organ', 'ends_on'] },
  end_post: { needs: ['post', 'ends_on'], may: [] },
  hand_over: { needs: ['post', 'person', 'starts_on'], may: [] },
  reset_sign_in: { needs: ['person'], may: [] },
  restore_account: { needs: ['person'], may: [] },
}

const isFilled = (value: unknown) => value !== null && value !== undefined && value !== ''

const kindOf = (row: Row): AccessKind | undefined =>
  typeof row.kind === 'string' && Object.hasOwn(made, row.kind) ? (row.kind as AccessKind) : undefined

/** Whether the request, when granted, writes a post as well. */
export const givesPost = (row: Row): boolean =>
  row.kind === 'give_post' || (row.kind === 'open_account' && postFields.some((name) => isFilled(row[name])))

/** The fields that belong to a request of this kind, in the order in which they are asked. */
export const fieldsOfKind = (kind: AccessKind): readonly string[] => [...made[kind].needs, ...made[kind].may]

/** The fields this request must fill: for an account, who it is for; for a post given with it, the post. */
export function neededFields(row: Row): readonly string[] {
  const kind = kindOf(row)
  if (!kind) return []
  const { needs } = made[kind]
  if (kind !== 'open_account') return needs
  return [
    ...needs,
    ...(isFilled(row.person) ? [] : ['name_zh']),
    ...(givesPost(row) ? made.give_post.needs : []),
  ]
}

/** Filled fields that say nothing in a request of this kind, or say a second time who it is for. */
export function strayFields(row: Row): readonly string[] {
  const kind = kindOf(row)
  if (!kind) return []
  const own = new Set(fieldsOfKind(kind))
  const twice = kind === 'open_account' && isFilled(row.person) ? ['name_zh', 'name_en', 'mobile'] : []
  const every = [...new Set(Object.values(made).flatMap(({ needs, may }) => [...needs, ...may]))]
  return every.filter((name) => isFilled(row[name]) && (!own.has(name) || twice.includes(name)))
}

/** The three posts that no person may hold two of (三员分立). */
export const threeAdministrators = [
  'system_admin',
  'security_admin',
  'audit_admin',
] as const satisfies readonly Role[]

const isAdministrator = (role: string): boolean => (threeAdministrators as readonly string[]).includes(role)

/**
 * Whether one person may not hold both roles at once: two of the three administrators, or the system administrator with
 * any post of the business, whose rows that administrator must not see.
 */
export function rolesConflict(one: string, other: string): boolean {
  if (one === other) return false
  if (isAdministrator(one) && isAdministrator(other)) return true
  return one === 'system_admin' || other === 'system_admin'
}

export interface Term {
  readonly starts_on: string
  readonly ends_on: string | null
}

/** Whether two terms share a day; a term's last day counts. */
export const termsOverlap = (one: Term, other: Term): boolean =>
  (one.ends_on === null || other.starts_on <= one.ends_on) &&
  (other.ends_on === null || one.starts_on <= other.ends_on)
