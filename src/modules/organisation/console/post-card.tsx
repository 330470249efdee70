import { Button } from 'antd'
import type { Titles } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { Panel } from '#console/ui/panel'
import { SampleMark } from '#console/ui/sample-mark'
import { StateMark } from '#console/ui/state-mark'
import type { TreeUnit } from '../contract'
import { unitNodes } from './move-words'
import { nameOfPost, type PostRow, roleName, standingOf, termOf, titled, today } from './post-term'
import { above, within } from './tree-order'

const words = {
  role: text('角色', 'Role'),
  unit: text('单位', 'Unit'),
  organ: text('机构', 'Organ'),
  term: text('任期', 'Term'),
  reach: text('管辖', 'Reaches'),
  open: text('至今', 'to date'),
  handOver: text('申请交接', 'Ask to hand over'),
  end: text('申请结束', 'Ask to end it'),
}
const reachWords = (count: number) =>
  count === 1
    ? text('本单位', 'this unit only')
    : text(`本单位及下级，共 ${count} 个单位`, `this unit and those below, ${count} in all`)

interface PostCardProps {
  readonly post: PostRow
  readonly titles: Titles
  readonly units: readonly TreeUnit[]
  /** Absent: this person may not ask for it. */
  readonly onAsk?: ((kind: 'hand_over' | 'end_post') => void) | undefined
}

/** The units a post gives its role over: names as far as a line takes them. */
function Reach({ post, units }: Pick<PostCardProps, 'post' | 'units'>) {
  const { t, language } = useLanguage()
  const codes = within(unitNodes(units), post.unit_id)
  const names = units
    .filter((unit) => codes.has(unit.code) && unit.code !== post.unit_id)
    .map((unit) => t(unit.name))
  return (
    <>
      {t(reachWords(codes.size))}
      {names.length > 0 && (
        <p className="quiet reach-names">
          {names.slice(0, 12).join(language === 'zh' ? '、' : ', ')}
          {names.length > 12 && '…'}
        </p>
      )}
    </>
  )
}

/** One post of a person: role, place, term, and how far it reaches. */
export function PostCard({ post, titles, units, onAsk }: PostCardProps) {
  const { t } = useLanguage()
  const path = above(unitNodes(units), post.unit_id).toReversed()
  const unitName = (code: string) =>
    t(units.find((unit) => unit.code === code)?.name ?? titled(titles, 'unit', code))
  const mayEnd = onAsk !== undefined && termOf(post, today()) !== 'over'
  return (
    <Panel
      title={
        <>
          <GoLink to={`/records/post/${encodeURIComponent(post.id)}`}>{t(nameOfPost(post))}</GoLink>{' '}
          {post.sample && <SampleMark />}
        </>
      }
      extra={<StateMark {...standingOf(post, today())} />}
    >
      <dl className="post-facts">
        <dt>{t(words.role)}</dt>
        <dd>{t(roleName(post.role))}</dd>
        <dt>{t(words.unit)}</dt>
        <dd>{(path.length > 0 ? path : [post.unit_id]).map(unitName).join(' / ')}</dd>
        <dt>{t(words.organ)}</dt>
        <dd>{t(titled(titles, 'organ', post.organ))}</dd>
        <dt>{t(words.term)}</dt>
        <dd>
          {post.starts_on} – {post.ends_on ?? t(words.open)}
        </dd>
        <dt>{t(words.reach)}</dt>
        <dd>
          <Reach post={post} units={units} />
        </dd>
      </dl>
      {mayEnd && (
        <div className="move-buttons no-print">
          <Button
            size="small"
            onClick={() => onAsk('hand_over')}
            aria-label={`${t(words.handOver)}：${t(nameOfPost(post))}`}
          >
            {t(words.handOver)}
          </Button>
          <Button
            size="small"
            onClick={() => onAsk('end_post')}
            aria-label={`${t(words.end)}：${t(nameOfPost(post))}`}
          >
            {t(words.end)}
          </Button>
        </div>
      )}
    </Panel>
  )
}
