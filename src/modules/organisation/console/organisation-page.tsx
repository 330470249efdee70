import { UndoOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { text } from '#engine/result/result'
import { useLive } from '#console/api/live'
import { usePlace } from '#console/frame/place'
import { useLanguage } from '#console/language/language'
import { GoLink, useAddress } from '#console/router/go'
import { useMedia } from '#console/tokens/theme'
import { breakpoints } from '#console/tokens/tokens'
import { Confirm } from '#console/ui/confirm'
import { PageHeader } from '#console/ui/page-header'
import { Panel } from '#console/ui/panel'
import { SampleMark } from '#console/ui/sample-mark'
import { SidePanel } from '#console/ui/side-panel'
import type { OrganisationReply, TreeUnit } from '../contract'
import { ArrangeTree, type ArrangedNode } from './arrange-tree'
import { MoveUnitDialog } from './move-unit-dialog'
import { consequenceWords, unitNodes } from './move-words'
import { useOrganisation } from './organisation-queries'
import { FoundList } from './found-list'
import { above, within } from './tree-order'
import { UnitDetail } from './unit-detail'
import { type UnitMoves, useUnitMoves } from './use-unit-moves'
import { Waiting } from './waiting'

const words = {
  title: text('组织架构', 'Structure'),
  about: text(
    '单位、机构、岗位与人员；权限来自岗位',
    'Units, organs, posts and people; rights come from posts',
  ),
  partly: text('；人数只计您可查看的单位', '; people are counted where you may see them'),
  search: text(
    '按名称、编码或拼音首字母查找单位、机构、岗位、人员',
    'Find units, organs, posts and people by name, code or pinyin initials',
  ),
  tree: text('单位', 'Units'),
  undo: text('撤销', 'Undo'),
  move: text('移动', 'Move'),
  units: text('单位列表', 'List of units'),
  organs: text('机构列表', 'List of organs'),
}
const peopleWords = (count: number) => text(`${count} 人`, count === 1 ? '1 person' : `${count} people`)
const moveWords = (name: string) => text(`移动「${name}」？`, `Move ${name}?`)

/** People of a unit and everything below it: what stands at the end of its line. */
function useNodes({ units, counts }: OrganisationReply): ArrangedNode[] {
  const { t } = useLanguage()
  return useMemo(() => {
    const nodes = unitNodes(units)
    const people = (code: string) =>
      [...within(nodes, code)].reduce((sum, one) => sum + (counts[one]?.people ?? 0), 0)
    return units.map((unit) => {
      const many = people(unit.code)
      return {
        id: unit.code,
        parent: unit.parent,
        name: t(unit.name),
        editable: unit.editable && unit.parent !== null,
        ...(unit.sample && { marks: <SampleMark /> }),
        ...(many > 0 && { aside: t(peopleWords(many)) }),
      }
    })
  }, [units, counts, t])
}

/** The path to where one stands is open from the start; the rest as one opens it. */
function useOpened(units: readonly TreeUnit[], selected: string | undefined) {
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map())
  const nodes = unitNodes(units)
  const path = new Set(selected ? above(nodes, selected) : [])
  return {
    isOpen: (id: string) =>
      turned.get(id) ?? (path.has(id) || nodes.find((node) => node.id === id)?.parent === null),
    turn: (id: string, open: boolean) => setTurned(new Map(turned).set(id, open)),
  }
}

/** What has just happened: done, with a way back; or refused, with the reason. */
function MoveNotice({ moves }: { readonly moves: UnitMoves }) {
  const { t } = useLanguage()
  if (moves.refusal)
    return (
      <Alert
        type="error"
        role="alert"
        showIcon
        closable={{ onClose: moves.forgive }}
        title={t(moves.refusal.message)}
        description={t(moves.refusal.remedy)}
      />
    )
  if (!moves.last) return null
  return (
    <Alert
      type="success"
      role="status"
      showIcon
      title={t(moves.last.says)}
      action={
        moves.last.back && (
          <Button size="small" icon={<UndoOutlined />} loading={moves.isBusy} onClick={moves.undo}>
            {t(words.undo)}
          </Button>
        )
      }
    />
  )
}

function MoveQuestion({ units, moves }: { readonly units: readonly TreeUnit[]; readonly moves: UnitMoves }) {
  const { t } = useLanguage()
  const { asked } = moves
  const moved = units.find((unit) => unit.code === asked?.moved)
  if (!asked || !moved) return null
  return (
    <Confirm
      title={moveWords(t(moved.name))}
      verb={words.move}
      busy={moves.isBusy}
      onConfirm={() => moves.perform(asked)}
      onCancel={moves.decline}
    >
      <div className="consequences">
        {consequenceWords(units, asked).map((line) => (
          <p key={line.zh}>{t(line)}</p>
        ))}
      </div>
    </Confirm>
  )
}

function Structure({ reply }: { readonly reply: OrganisationReply }) {
  const { t } = useLanguage()
  const { unit: standing } = usePlace()
  const { search, change } = useAddress()
  const phone = useMedia(`(max-width: ${breakpoints.phone}px)`)
  const [sought, setSought] = useState('')
  const [moving, setMoving] = useState<string>()
  const moves = useUnitMoves(reply.units)
  const code = search.open ?? (phone ? undefined : standing?.code)
  const chosen = reply.units.find((unit) => unit.code === code)
  const opened = useOpened(reply.units, code)
  const nodes = useNodes(reply)
  const select = (open: string | undefined) => change({ open }, true)
  const moved = reply.units.find((unit) => unit.code === moving)
  const detail = chosen && (
    <UnitDetail
      key={chosen.code}
      unit={chosen}
      reply={reply}
      moves={moves}
      onMoveTo={() => setMoving(chosen.code)}
    />
  )
  return (
    <div className="structure">
      <Panel className="structure-tree">
        <Input.Search
          allowClear
          aria-label={t(words.search)}
          placeholder={t(words.search)}
          onChange={(event) => setSought(event.target.value.trim())}
        />
        <MoveNotice moves={moves} />
        {sought ? (
          <FoundList sought={sought} units={reply.units} onSelect={select} />
        ) : (
          <ArrangeTree
            label={t(words.tree)}
            nodes={nodes}
            selected={chosen?.code}
            isOpen={opened.isOpen}
            onToggle={opened.turn}
            onSelect={select}
            onMove={moves.request}
            onMoveTo={setMoving}
          />
        )}
      </Panel>
      {phone ? (
        <SidePanel open={Boolean(chosen)} title={chosen && t(chosen.name)} onClose={() => select(undefined)}>
          {detail}
        </SidePanel>
      ) : (
        detail
      )}
      <MoveQuestion units={reply.units} moves={moves} />
      {moved && (
        <MoveUnitDialog
          key={moved.code}
          units={reply.units}
          moved={moved}
          busy={moves.isBusy}
          onMove={(move) => {
            setMoving(undefined)
            moves.perform(move)
          }}
          onCancel={() => setMoving(undefined)}
        />
      )}
    </div>
  )
}

/** The tree of units with, beside it, one unit's organs, posts and people. */
export function OrganisationPage() {
  const { t } = useLanguage()
  const queries = useQueryClient()
  const { data, error } = useOrganisation()
  useLive(({ record }) => {
    if (record === 'organ' || record === 'person' || record === 'post')
      void queries.invalidateQueries({ queryKey: ['record', 'unit', 'tree'] })
  })
  return (
    <>
      <PageHeader
        title={words.title}
        about={t(words.about) + (data && !data.units.some((unit) => unit.editable) ? t(words.partly) : '')}
        actions={
          <span className="header-links">
            <GoLink to="/records/unit">{t(words.units)}</GoLink>
            <GoLink to="/records/organ">{t(words.organs)}</GoLink>
          </span>
        }
      />
      {data ? <Structure reply={data} /> : <Waiting error={error} />}
    </>
  )
}
