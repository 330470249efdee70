import { UndoOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { GoLink, useGo } from '#console/router/go'
import { EmptyState } from '#console/ui/empty-state'
import { Panel } from '#console/ui/panel'
import { SampleMark } from '#console/ui/sample-mark'
import type { ListReply } from '#engine/records/reply'
import { may } from '#engine/records/rights'
import type { TreeUnit } from '../contract'
import { organ } from '../records/organ'
import { ArrangeTree, type ArrangedNode } from './arrange-tree'
import { useArrangeOrgans, useRowsIn } from './organisation-queries'
import { postRows, termOf, today } from './post-term'
import { type Move, undoing } from './tree-order'
import { Waiting } from './waiting'

const words = {
  organs: text('机构', 'Organs'),
  add: text('新建机构', 'New organ'),
  none: text('这个单位还没有机构', 'This unit has no organs yet'),
  undo: text('撤销', 'Undo'),
  done: text('已调整机构', 'The organs are arranged anew'),
}
const postWords = (count: number) => text(`${count} 岗`, count === 1 ? '1 post' : `${count} posts`)

function useOrganNodes(organs: ListReply | undefined, unit: string): ArrangedNode[] {
  const { language, t } = useLanguage()
  const posts = postRows(useRowsIn('post', unit).data?.rows)
  return (organs?.rows ?? []).map((row) => {
    const count = posts.filter((post) => post.organ === row.id && termOf(post, today()) === 'running').length
    const english = typeof row.name_en === 'string' && row.name_en
    return {
      id: row.id,
      parent: typeof row.parent === 'string' ? row.parent : null,
      name: language === 'en' && english ? english : String(row.name_zh),
      editable: row.may.includes('update'),
      ...(row.sample && { marks: <SampleMark /> }),
      ...(count > 0 && { aside: t(postWords(count)) }),
    }
  })
}

/** The organs of a unit as a tree: order and subordination change nobody's rights, so they are done at once. */
export function OrganPanel({ unit }: { readonly unit: TreeUnit }) {
  const { t } = useLanguage()
  const go = useGo()
  const session = useSession()
  const { data, error } = useRowsIn('organ', unit.code)
  const nodes = useOrganNodes(data, unit.code)
  const arrange = useArrangeOrgans(unit.code)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [back, setBack] = useState<Move>()
  const perform = (move: Move, undone = false) => {
    const way = undone ? undefined : undoing(nodes, move.moved)
    arrange.mutate(move, { onSuccess: () => setBack(way), onError: () => setBack(undefined) })
  }
  const turn = (id: string, open: boolean) => {
    const next = new Set(closed)
    if (open) next.delete(id)
    else next.add(id)
    setClosed(next)
  }
  const mayAdd = may(session, organ, { verb: 'create', row: { unit_id: unit.code } })
  const refusal = arrange.error
  return (
    <Panel
      title={t(words.organs)}
      extra={
        mayAdd && (
          <GoLink to="/records/organ/new" search={{ unit: unit.code }}>
            {t(words.add)}
          </GoLink>
        )
      }
    >
      {refusal && (
        <Alert
          type="error"
          role="alert"
          title={t(wordsOf(refusal).message)}
          description={t(wordsOf(refusal).remedy)}
        />
      )}
      {back && (
        <Alert
          type="success"
          role="status"
          title={t(words.done)}
          action={
            <Button
              size="small"
              icon={<UndoOutlined />}
              loading={arrange.isPending}
              onClick={() => perform(back, true)}
            >
              {t(words.undo)}
            </Button>
          }
        />
      )}
      {!data && <Waiting error={error} rows={3} />}
      {data && nodes.length === 0 && <EmptyState why={words.none} />}
      {nodes.length > 0 && (
        <ArrangeTree
          label={t(words.organs)}
          nodes={nodes}
          isOpen={(id) => !closed.has(id)}
          onToggle={turn}
          onSelect={(id) => go(`/records/organ/${encodeURIComponent(id)}`)}
          onMove={perform}
        />
      )}
    </Panel>
  )
}
