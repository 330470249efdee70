import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ListReply, ReplyRow, RowReply } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { titleOf } from '#console/records/columns'
import { useRow } from '#console/records/record-queries'
import { GoLink } from '#console/router/go'
import { EmptyState } from '#console/ui/empty-state'
import { Tiles } from '#console/ui/layout'
import { PageHeader } from '#console/ui/page-header'
import { SampleMark } from '#console/ui/sample-mark'
import { person } from '../records/person'
import { useMayAsk } from './access-queries'
import { AccessRequestDialog } from './access-request-dialog'
import { AccountPanel } from './account-panel'
import { useOrganisation, usePostsOf } from './organisation-queries'
import { PostCard } from './post-card'
import { nameOfPost, type PostRow, postRows, termOf, today } from './post-term'
import { Waiting } from './waiting'
import './organisation.css'

const words = {
  structure: text('组织架构', 'Structure'),
  record: text('人员信息', 'Personal record'),
  add: text('申请设岗', 'Ask for a post'),
  none: text('没有岗位，也就没有权限', 'No posts, and so no rights'),
  what: text(
    '权限来自岗位；系统管理员申请、安全管理员批准后生效',
    'Rights come from posts: the system administrator asks, the security administrator grants.',
  ),
  past: text('以前的岗位', 'Posts held before'),
}
const heldWords = (count: number) =>
  count > 1
    ? text(
        `交叉任职：同时担任 ${count} 个岗位，权限为各岗位之和`,
        `Holds ${count} posts at once; their rights add up`,
      )
    : text(`担任 ${count} 个岗位`, count === 1 ? 'Holds one post' : 'Holds no post')

interface CardsProps {
  readonly posts: readonly PostRow[]
  readonly reply: ListReply
}

function PostCards({ posts, reply }: CardsProps) {
  const { t } = useLanguage()
  const units = useOrganisation().data?.units ?? []
  const mayAsk = useMayAsk()
  const [asked, setAsked] = useState<{ post: PostRow; kind: 'hand_over' | 'end_post' }>()
  return (
    <>
      <Tiles least={300}>
        {posts.map((post) => (
          <PostCard
            key={post.id}
            post={post}
            titles={reply.titles}
            units={units}
            onAsk={mayAsk ? (kind) => setAsked({ post, kind }) : undefined}
          />
        ))}
      </Tiles>
      {asked && (
        <AccessRequestDialog
          kind={asked.kind}
          given={{ unit_id: asked.post.unit_id, post: asked.post.id }}
          begins={asked.kind === 'hand_over' ? { starts_on: today() } : { ends_on: today() }}
          about={t(nameOfPost(asked.post))}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}

function Posts({ row, reply }: { readonly row: ReplyRow; readonly reply: ListReply }) {
  const { t } = useLanguage()
  const posts = postRows(reply.rows)
  const past = posts.filter((post) => termOf(post, today()) === 'over')
  const held = posts.filter((post) => termOf(post, today()) !== 'over')
  return (
    <>
      {held.length === 0 && <EmptyState why={words.none} what={words.what} />}
      <PostCards posts={held} reply={reply} />
      {past.length > 0 && (
        <section className="past-posts" aria-label={`${t(words.past)}：${titleOf(person, row)}`}>
          <h2>{t(words.past)}</h2>
          <PostCards posts={past} reply={reply} />
        </section>
      )}
    </>
  )
}

interface PersonProps {
  readonly reply: RowReply
  readonly posts: ListReply
}

function Person({ reply, posts }: PersonProps) {
  const { t } = useLanguage()
  const [adding, setAdding] = useState(false)
  const { row, titles } = reply
  const name = titleOf(person, row)
  const english = typeof row.name_en === 'string' && row.name_en ? row.name_en : name
  const named = text(name, english)
  const running = postRows(posts.rows).filter((post) => termOf(post, today()) === 'running')
  const mayAdd = useMayAsk()
  return (
    <>
      <PageHeader
        title={named}
        marks={row.sample && <SampleMark />}
        about={
          <>
            <GoLink to="/organisation" search={{ open: row.unit_id }}>
              {t(titles.unit?.[row.unit_id] ?? words.structure)}
            </GoLink>
            {' · '}
            {t(heldWords(running.length))}
            {' · '}
            <GoLink to={`/records/person/${encodeURIComponent(row.id)}`}>{t(words.record)}</GoLink>
          </>
        }
        actions={
          mayAdd && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t(words.add)}
            </Button>
          )
        }
      />
      <div className="panel-stack">
        <AccountPanel person={row.id} unit={row.unit_id} name={t(named)} />
        <div>
          <Posts row={row} reply={posts} />
        </div>
      </div>
      {adding && (
        <AccessRequestDialog
          kind="give_post"
          given={{ person: row.id }}
          begins={{ unit_id: row.unit_id, starts_on: today() }}
          about={t(named)}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  )
}

/** One person: every post they hold, what each gives, and the ways to end one, hand it over or add one. */
export function PersonPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const reply = useRow(person, id)
  const posts = usePostsOf(id)
  if (!reply.data || !posts.data) return <Waiting error={reply.error ?? posts.error} />
  return <Person reply={reply.data} posts={posts.data} />
}
