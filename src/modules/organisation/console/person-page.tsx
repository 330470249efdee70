import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ListReply, ReplyRow, RowReply } from '#engine/records/reply'
import { mayCreateSomewhere } from '#engine/records/rights'
import { text } from '#engine/result/result'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { titleOf } from '#console/records/columns'
import { useRow } from '#console/records/record-queries'
import { GoLink } from '#console/router/go'
import { EmptyState } from '#console/ui/empty-state'
import { Tiles } from '#console/ui/layout'
import { PageHeader } from '#console/ui/page-header'
import { SampleMark } from '#console/ui/sample-mark'
import { person } from '../records/person'
import { post as postRecord } from '../records/post'
import { EndPostDialog } from './end-post-dialog'
import { HandoverDialog } from './handover-dialog'
import { NewPostDialog } from './new-post-dialog'
import { useOrganisation, usePostsOf } from './organisation-queries'
import { PostCard } from './post-card'
import { type PostRow, postRows, termOf, today } from './post-term'
import { Waiting } from './waiting'
import './organisation.css'

const words = {
  structure: text('组织架构', 'Structure'),
  record: text('人员信息', 'Personal record'),
  add: text('加一个岗位', 'Add a post'),
  none: text('没有岗位，也就没有权限', 'No posts, and so no rights'),
  what: text(
    '权限来自岗位；请系统管理员为其设岗',
    'Rights come from posts; the system administrator gives them.',
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
  const units = useOrganisation().data?.units ?? []
  const [handed, setHanded] = useState<PostRow>()
  const [ending, setEnding] = useState<PostRow>()
  return (
    <>
      <Tiles least={300}>
        {posts.map((post) => (
          <PostCard
            key={post.id}
            post={post}
            titles={reply.titles}
            units={units}
            onHandOver={() => setHanded(post)}
            onEnd={() => setEnding(post)}
          />
        ))}
      </Tiles>
      {handed && <HandoverDialog post={handed} titles={reply.titles} onClose={() => setHanded(undefined)} />}
      {ending && <EndPostDialog post={ending} onClose={() => setEnding(undefined)} />}
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
  const session = useSession()
  const [adding, setAdding] = useState(false)
  const { row, titles } = reply
  const name = titleOf(person, row)
  const english = typeof row.name_en === 'string' && row.name_en ? row.name_en : name
  const named = text(name, english)
  const running = postRows(posts.rows).filter((post) => termOf(post, today()) === 'running')
  const mayAdd = mayCreateSomewhere(session, postRecord)
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
      <Posts row={row} reply={posts} />
      {adding && (
        <NewPostDialog
          person={row.id}
          unit={row.unit_id}
          titles={{ person: { [row.id]: named } }}
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
