import { CaretDownOutlined, CaretRightOutlined, HolderOutlined } from '@ant-design/icons'
import { useId, useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import {
  destination,
  type Move,
  stepped,
  type Target,
  type TreeNode,
  type TreeRow,
  visibleRows,
} from './tree-order'
import './organisation.css'

export interface ArrangedNode extends TreeNode {
  readonly name: string
  readonly editable: boolean
  /** Marks after the name, and numbers at the end of the line. */
  readonly marks?: ReactNode
  readonly aside?: ReactNode
}

interface ArrangeTreeProps {
  readonly label: string
  readonly nodes: readonly ArrangedNode[]
  readonly selected?: string | undefined
  readonly isOpen: (id: string) => boolean
  readonly onToggle: (id: string, open: boolean) => void
  readonly onSelect?: (id: string) => void
  readonly onMove: (move: Move) => void
  /** Opens the choice of another place for this row: what dragging does, by keyboard. */
  readonly onMoveTo?: (id: string) => void
}

const words = {
  keys: text(
    '可拖动调整；或用方向键浏览，Alt 加上下键调整顺序，M 移到其他位置',
    'Drag to arrange; or walk with the arrow keys, Alt with up or down moves among siblings, M moves elsewhere',
  ),
  walk: text('方向键浏览，回车打开', 'Arrow keys walk, Enter opens'),
  open: text('展开', 'Open'),
  close: text('收起', 'Close'),
}

type Row = TreeRow<ArrangedNode>

/** The third of a row's height the pointer is in says whether something goes before it, into it or after it. */
function whereIn(event: DragEvent<HTMLElement>): Target['where'] {
  const { top, height } = event.currentTarget.getBoundingClientRect()
  const share = (event.clientY - top) / height
  return share < 0.28 ? 'before' : share > 0.72 ? 'after' : 'inside'
}

function useDragging({ nodes, onMove }: ArrangeTreeProps) {
  const [dragged, setDragged] = useState<string>()
  const [target, setTarget] = useState<Target>()
  const end = () => {
    setDragged(undefined)
    setTarget(undefined)
  }
  const moveTo = (at: Target) => (dragged ? destination(nodes, dragged, at) : undefined)
  const propsOf = ({ node }: Row) => ({
    draggable: node.editable,
    onDragStart: (event: DragEvent<HTMLElement>) => {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', node.name)
      setDragged(node.id)
    },
    onDragOver: (event: DragEvent<HTMLElement>) => {
      const at: Target = { id: node.id, where: whereIn(event) }
      const fits = moveTo(at) !== undefined
      if (fits) event.preventDefault()
      setTarget(fits ? at : undefined)
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      event.preventDefault()
      const move = moveTo({ id: node.id, where: whereIn(event) })
      end()
      if (move) onMove(move)
    },
    onDragEnd: end,
  })
  return { dragged, target, propsOf }
}

/** What a key does on a row; undefined: nothing of ours. */
function deedOf(props: ArrangeTreeProps, rows: readonly Row[], row: Row) {
  const { node, hasChildren } = row
  const at = rows.indexOf(row)
  const go = (next: Row | undefined) => () => next && focusRow(next.node.id)
  const open = hasChildren && props.isOpen(node.id)
  const shift = (by: -1 | 1) => () => {
    const move = node.editable ? stepped(props.nodes, node.id, by) : undefined
    if (move) props.onMove(move)
  }
  const deeds: Readonly<Record<string, () => void>> = {
    ArrowDown: go(rows[at + 1]),
    ArrowUp: go(rows[at - 1]),
    Home: go(rows[0]),
    End: go(rows.at(-1)),
    ArrowRight: hasChildren && !open ? () => props.onToggle(node.id, true) : go(rows[at + 1]),
    ArrowLeft: open
      ? () => props.onToggle(node.id, false)
      : go(rows.find((one) => one.node.id === node.parent)),
    Enter: () => props.onSelect?.(node.id),
    ' ': () => props.onSelect?.(node.id),
    m: () => node.editable && props.onMoveTo?.(node.id),
    'Alt+ArrowUp': shift(-1),
    'Alt+ArrowDown': shift(1),
  }
  return (key: string) => deeds[key]
}

const idOf = (id: string) => `tree-${id}`
const focusRow = (id: string) => document.getElementById(idOf(id))?.focus()

interface LineProps {
  readonly row: Row
  readonly open: boolean
  /** Some row of the tree has a caret, so that names line up with its. */
  readonly indented: boolean
  readonly onToggle: (id: string, open: boolean) => void
}

function TreeLine({ row, open, indented, onToggle }: LineProps) {
  const { t } = useLanguage()
  const { node, hasChildren } = row
  const Caret = open ? CaretDownOutlined : CaretRightOutlined
  return (
    <>
      {hasChildren ? (
        <span
          className="tree-caret"
          title={t(open ? words.close : words.open)}
          onClick={(event) => {
            event.stopPropagation()
            onToggle(node.id, !open)
          }}
        >
          <Caret aria-hidden="true" />
        </span>
      ) : (
        indented && <span className="tree-caret" />
      )}
      <span className="tree-name">
        {node.name} {node.marks}
      </span>
      {node.aside && <span className="tree-aside">{node.aside}</span>}
      {node.editable && <HolderOutlined className="tree-grip no-print" aria-hidden="true" />}
    </>
  )
}

/** A tree that is read with the arrow keys and arranged by dragging or, the same, by keys. */
export function ArrangeTree(props: ArrangeTreeProps) {
  const { t } = useLanguage()
  const { nodes, isOpen, selected, onToggle, onSelect } = props
  const help = useId()
  const rows = visibleRows(nodes, isOpen)
  const [focused, setFocused] = useState<string>()
  const indented = rows.some((row) => row.hasChildren)
  const standing = focused ?? selected
  const stop = rows.some((row) => row.node.id === standing) ? standing : rows[0]?.node.id
  const { dragged, target, propsOf } = useDragging(props)
  const press = (row: Row) => (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return
    const deed = deedOf(props, rows, row)(`${event.altKey ? 'Alt+' : ''}${event.key}`)
    if (!deed) return
    event.preventDefault()
    deed()
  }
  return (
    <>
      <ul role="tree" aria-label={props.label} aria-describedby={help} className="arrange-tree">
        {rows.map((row) => {
          const { node, depth, hasChildren } = row
          return (
            <li
              key={node.id}
              id={idOf(node.id)}
              role="treeitem"
              aria-level={depth + 1}
              aria-posinset={row.place}
              aria-setsize={row.of}
              aria-selected={node.id === selected}
              {...(hasChildren && { 'aria-expanded': isOpen(node.id) })}
              tabIndex={node.id === stop ? 0 : -1}
              className="tree-row"
              style={{ paddingInlineStart: 8 + depth * 18 }}
              data-drop={target?.id === node.id ? target.where : undefined}
              data-dragged={dragged === node.id || undefined}
              onFocus={() => setFocused(node.id)}
              onKeyDown={press(row)}
              onClick={() => onSelect?.(node.id)}
              {...propsOf(row)}
            >
              <TreeLine row={row} open={isOpen(node.id)} indented={indented} onToggle={onToggle} />
            </li>
          )
        })}
      </ul>
      <p id={help} className="tree-help no-print">
        {t(nodes.some((node) => node.editable) ? words.keys : words.walk)}
      </p>
    </>
  )
}
