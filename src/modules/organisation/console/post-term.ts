import { isPlainDate, type PlainDate } from '#engine/period/plain-date'
import { readDate } from '#engine/records/read-value'
import type { ReplyRow, Titles } from '#engine/records/reply'
import type { Role } from '#engine/records/role.data'
import { roleLabels } from '#glossary/role-labels'
import { type Text, text } from '#engine/result/result'
import type { Standing } from '#console/tokens/tokens'

/** A post as the pages here read it. */
export interface PostRow extends ReplyRow {
  readonly name_zh: string
  readonly name_en: string | null
  readonly person: string | null
  readonly role: Role
  readonly organ: string | null
  readonly starts_on: string
  readonly ends_on: string | null
}

export const postRows = (rows: readonly ReplyRow[] | undefined): readonly PostRow[] =>
  (rows ?? []) as readonly PostRow[]

export type Term = 'running' | 'coming' | 'over'

/** Whether a term is running; its last day still counts. */
export function termOf(post: Pick<PostRow, 'starts_on' | 'ends_on'>, today: string): Term {
  if (post.starts_on > today) return 'coming'
  return post.ends_on !== null && post.ends_on < today ? 'over' : 'running'
}

/** How a post stands, as shape and word. */
export function standingOf(
  post: PostRow,
  today: string,
): { readonly standing: Standing; readonly word: Text } {
  const term = termOf(post, today)
  if (term === 'over') return { standing: 'unknown', word: text('已结束', 'Ended') }
  if (term === 'coming') return { standing: 'unknown', word: text('未到任', 'Not begun') }
  if (post.person === null) return { standing: 'late', word: text('空缺', 'Vacant') }
  if (post.ends_on !== null) return { standing: 'watch', word: text('在任，任期有止', 'Held, with an end') }
  return { standing: 'on_track', word: text('在任', 'Held') }
}

export const nameOfPost = (post: PostRow): Text => text(post.name_zh, post.name_en ?? post.name_zh)

export const roleName = (role: Role): Text => roleLabels[role]

export const titled = (titles: Titles, record: string, id: string | null): Text =>
  id === null ? text('—', '—') : (titles[record]?.[id] ?? text(id, id))

/** Today on the reader's own calendar, as a plain date. */
export function today(now = new Date()): string {
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

/** A day as typed (2026-3-5, 3月5日), or nothing while it is not one. */
export function dayTyped(typed: unknown): PlainDate | undefined {
  const read = readDate(typed, new Date().getFullYear())
  return isPlainDate(read) ? read : undefined
}
