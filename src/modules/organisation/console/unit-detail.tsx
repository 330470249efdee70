import { ArrowDownOutlined, ArrowUpOutlined, DragOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { KeyValue } from '#console/ui/key-value'
import { Stack } from '#console/ui/layout'
import { Panel } from '#console/ui/panel'
import { SampleMark } from '#console/ui/sample-mark'
import type { OrganisationReply, TreeUnit, UnitCounts } from '../contract'
import { unitKinds } from '../records/unit'
import { unitNodes } from './move-words'
import { OrganPanel } from './organ-panel'
import { PostPanel } from './post-panel'
import { stepped, within } from './tree-order'
import type { UnitMoves } from './use-unit-moves'

const words = {
  up: text('上移', 'Move up'),
  down: text('下移', 'Move down'),
  elsewhere: text('移到…', 'Move to…'),
  page: text('打开整页', 'Open as a page'),
  code: text('编码', 'Code'),
  kind: text('类别', 'Kind'),
  parent: text('上级单位', 'Parent unit'),
  below: text('下级单位', 'Units below'),
  organs: text('机构', 'Organs'),
  posts: text('在任岗位', 'Posts held'),
  people: text('人员', 'People'),
}
const partWords = (own: number, all: number) =>
  own === all
    ? text(String(own), String(own))
    : text(`本级 ${own}，含下级 ${all}`, `${own} here, ${all} with those below`)
const vacantWords = (count: number) => text(`（空缺 ${count}）`, ` (${count} vacant)`)

interface UnitDetailProps {
  readonly unit: TreeUnit
  readonly reply: OrganisationReply
  readonly moves: UnitMoves
  readonly onMoveTo: () => void
}

const none: UnitCounts = { organs: 0, people: 0, posts: 0, vacant: 0 }

/** Counts of the unit itself and with everything below it. */
function countsOf({ units, counts }: OrganisationReply, code: string) {
  const below = [...within(unitNodes(units), code)]
  const sum = (name: keyof UnitCounts) => below.reduce((total, one) => total + (counts[one]?.[name] ?? 0), 0)
  return { own: counts[code] ?? none, sum, below: below.length - 1 }
}

/** The same moves as by dragging, as buttons. */
function MoveButtons({ unit, reply, moves, onMoveTo }: UnitDetailProps) {
  const { t } = useLanguage()
  const nodes = unitNodes(reply.units)
  const [up, down] = [stepped(nodes, unit.code, -1), stepped(nodes, unit.code, 1)]
  if (!unit.editable || unit.parent === null) return null
  return (
    <>
      <Button
        size="small"
        icon={<ArrowUpOutlined />}
        disabled={!up || moves.isBusy}
        onClick={() => up && moves.request(up)}
      >
        {t(words.up)}
      </Button>
      <Button
        size="small"
        icon={<ArrowDownOutlined />}
        disabled={!down || moves.isBusy}
        onClick={() => down && moves.request(down)}
      >
        {t(words.down)}
      </Button>
      <Button size="small" icon={<DragOutlined />} disabled={moves.isBusy} onClick={onMoveTo}>
        {t(words.elsewhere)}
      </Button>
    </>
  )
}

function UnitFacts({ unit, reply }: Pick<UnitDetailProps, 'unit' | 'reply'>) {
  const { t } = useLanguage()
  const { own, sum, below } = countsOf(reply, unit.code)
  const parent = reply.units.find((one) => one.code === unit.parent)
  const kind = Object.hasOwn(unitKinds, unit.kind)
    ? unitKinds[unit.kind as keyof typeof unitKinds]
    : text(unit.kind, unit.kind)
  const vacant = sum('vacant')
  return (
    <KeyValue
      items={[
        { key: 'code', label: t(words.code), value: unit.code },
        { key: 'kind', label: t(words.kind), value: t(kind) },
        { key: 'parent', label: t(words.parent), value: parent ? t(parent.name) : '—' },
        { key: 'below', label: t(words.below), value: below },
        { key: 'organs', label: t(words.organs), value: t(partWords(own.organs, sum('organs'))) },
        {
          key: 'posts',
          label: t(words.posts),
          value: t(partWords(own.posts, sum('posts'))) + (vacant > 0 ? t(vacantWords(vacant)) : ''),
        },
        { key: 'people', label: t(words.people), value: t(partWords(own.people, sum('people'))) },
      ]}
    />
  )
}

/** One unit: where it lies, its organs, its posts with who holds them, and who holds none. */
export function UnitDetail(props: UnitDetailProps) {
  const { t } = useLanguage()
  const { unit } = props
  return (
    <Stack>
      <Panel
        className="unit-facts"
        title={
          <>
            {t(unit.name)} {unit.sample && <SampleMark />}
          </>
        }
        extra={<GoLink to={`/records/unit/${unit.code}`}>{t(words.page)}</GoLink>}
      >
        <UnitFacts unit={unit} reply={props.reply} />
        <div className="move-buttons no-print">
          <MoveButtons {...props} />
        </div>
      </Panel>
      <OrganPanel unit={unit} />
      <PostPanel unit={unit} />
    </Stack>
  )
}
