import { Button, Switch } from 'antd'
import { useId, useState } from 'react'
import type { ReplyRow, Titles } from '#engine/records/reply'
import { may } from '#engine/records/rights'
import { text } from '#engine/result/result'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { titleOf } from '#console/records/columns'
import { GoLink } from '#console/router/go'
import { EmptyState } from '#console/ui/empty-state'
import { Panel } from '#console/ui/panel'
import { SampleMark } from '#console/ui/sample-mark'
import { StateMark } from '#console/ui/state-mark'
import type { TreeUnit } from '../contract'
import { person } from '../records/person'
import { accessRequest } from '../records/access-request'
import { AccessRequestDialog } from './access-request-dialog'
import { useRowsIn } from './organisation-queries'
import { nameOfPost, type PostRow, postRows, roleName, standingOf, termOf, titled, today } from './post-term'
import { Waiting } from './waiting'

const words = {
  posts: text('岗位与任职人', 'Posts and holders'),
  add: text('申请设岗', 'Ask for a post'),
  past: text('含已结束', 'With ended ones'),
  none: text('这个单位没有岗位', 'This unit has no posts'),
  hidden: text('没有岗位，或您无权查看', 'No posts, or none that you may see'),
  handOver: text('申请交接', 'Ask to hand over'),
  vacant: text('空缺', 'Vacant'),
  without: text('未任职人员', 'People without a post here'),
}
const sinceWords = (from: string, to: string | null) =>
  to === null ? text(`${from} 起`, `since ${from}`) : text(`${from} 至 ${to}`, `${from} to ${to}`)

interface PostLineProps {
  readonly post: PostRow
  readonly titles: Titles
  readonly onHandOver: (() => void) | undefined
}

function PostLine({ post, titles, onHandOver }: PostLineProps) {
  const { t } = useLanguage()
  const mayHandOver = onHandOver !== undefined && post.person !== null && termOf(post, today()) !== 'over'
  return (
    <li className="post-line">
      <div>
        <GoLink to={`/records/post/${post.id}`}>{t(nameOfPost(post))}</GoLink> {post.sample && <SampleMark />}
        <p className="quiet">
          {[t(roleName(post.role)), ...(post.organ ? [t(titled(titles, 'organ', post.organ))] : [])].join(
            ' · ',
          )}
        </p>
      </div>
      <div>
        {post.person ? (
          <GoLink to={`/organisation/people/${post.person}`}>
            {t(titled(titles, 'person', post.person))}
          </GoLink>
        ) : (
          t(words.vacant)
        )}
        <p className="quiet">{t(sinceWords(post.starts_on, post.ends_on))}</p>
      </div>
      <StateMark {...standingOf(post, today())} />
      <span className="no-print">
        {mayHandOver && (
          <Button
            size="small"
            onClick={onHandOver}
            aria-label={`${t(words.handOver)}：${t(nameOfPost(post))}`}
          >
            {t(words.handOver)}
          </Button>
        )}
      </span>
    </li>
  )
}

function Without({ people }: { readonly people: readonly ReplyRow[] }) {
  const { t } = useLanguage()
  if (people.length === 0) return null
  return (
    <p className="without-post">
      <span className="quiet">{t(words.without)} </span>
      {people.map((row) => (
        <GoLink key={row.id} to={`/organisation/people/${row.id}`}>
          {titleOf(person, row)}
        </GoLink>
      ))}
    </p>
  )
}

interface PostListProps {
  readonly posts: readonly PostRow[]
  readonly titles: Titles
  readonly mayAdd: boolean
}

function PostList({ posts, titles, mayAdd }: PostListProps) {
  const { t } = useLanguage()
  const [handed, setHanded] = useState<PostRow>()
  if (posts.length === 0) return <EmptyState why={mayAdd ? words.none : words.hidden} />
  return (
    <>
      <ul className="post-list">
        {posts.map((post) => (
          <PostLine
            key={post.id}
            post={post}
            titles={titles}
            onHandOver={mayAdd ? () => setHanded(post) : undefined}
          />
        ))}
      </ul>
      {handed && (
        <AccessRequestDialog
          kind="hand_over"
          given={{ unit_id: handed.unit_id, post: handed.id }}
          begins={{ starts_on: today() }}
          about={t(nameOfPost(handed))}
          titles={titles}
          onClose={() => setHanded(undefined)}
        />
      )}
    </>
  )
}

/** People of the unit who hold no post in it now or later. */
function idleOf(people: readonly ReplyRow[], posts: readonly PostRow[]): ReplyRow[] {
  const holding = new Set(posts.filter((post) => termOf(post, today()) !== 'over').map((post) => post.person))
  return people.filter((row) => !holding.has(row.id) && row.left_on == null)
}

/** A unit's posts, who holds them since when, and the way to hand one over. */
export function PostPanel({ unit }: { readonly unit: TreeUnit }) {
  const { t } = useLanguage()
  const id = useId()
  const session = useSession()
  const { data, error } = useRowsIn('post', unit.code)
  const people = useRowsIn('person', unit.code).data?.rows
  const [past, setPast] = useState(false)
  const [adding, setAdding] = useState(false)
  const posts = postRows(data?.rows)
  const shown = posts.filter((post) => past || termOf(post, today()) !== 'over')
  const mayAdd = may(session, accessRequest, { verb: 'create', row: { unit_id: unit.code } })
  return (
    <Panel
      title={t(words.posts)}
      extra={
        <span className="panel-ways">
          <label htmlFor={id}>{t(words.past)}</label>
          <Switch id={id} size="small" checked={past} onChange={setPast} />
          {mayAdd && (
            <Button size="small" onClick={() => setAdding(true)}>
              {t(words.add)}
            </Button>
          )}
        </span>
      }
    >
      {data ? (
        <PostList posts={shown} titles={data.titles} mayAdd={mayAdd} />
      ) : (
        <Waiting error={error} rows={3} />
      )}
      <Without people={idleOf(people ?? [], posts)} />
      {adding && (
        <AccessRequestDialog
          kind="give_post"
          given={{ unit_id: unit.code }}
          begins={{ starts_on: today() }}
          about={t(unit.name)}
          onClose={() => setAdding(false)}
        />
      )}
    </Panel>
  )
}
