import { findAction, findState } from '#engine/lifecycles/lifecycle'
import type { ReplyRow } from '#engine/records/reply'
import { roleLabels } from '#glossary/role-labels'
import { text, type Text } from '#engine/result/result'
import { projectLifecycle } from '../../records/project-lifecycle'

export type StageMove =
  { readonly kind: 'action'; readonly name: string } | { readonly kind: 'refused'; readonly says: Text }

const stateLabel = (state: string): Text => findState(projectLifecycle, state)?.label ?? text(state, state)

/** The actions by which a project may leave its state, whoever takes them. */
const actionsFrom = (state: string) =>
  Object.entries(projectLifecycle.actions).filter(([, { from }]) =>
    (from as readonly string[]).includes(state),
  )

/** From reserve a project cannot be building at once: what can be done instead is said. */
function noWay(from: string, to: string): Text {
  const ways = actionsFrom(from).map(([, { label }]) => label)
  const [a, b] = [stateLabel(from), stateLabel(to)]
  return text(
    `“${a.zh}”的项目不能直接转为“${b.zh}”；可以：${ways.map(({ zh }) => zh).join('、') || '无'}`,
    `A project in “${a.en}” cannot go straight to “${b.en}”; possible: ${ways.map(({ en }) => en).join(', ') || 'nothing'}`,
  )
}

function noRight(name: string): Text {
  const action = findAction(projectLifecycle, name)
  const roles = (action?.rights ?? []).map((role) => roleLabels[role as keyof typeof roleLabels])
  return text(
    `“${action?.label.zh ?? ''}”须由${roles.map(({ zh }) => zh).join('、')}办理`,
    `“${action?.label.en ?? ''}” is for: ${roles.map(({ en }) => en).join(', ')}`,
  )
}

/** What moving a card to a stage means: one action of the lifecycle, or why it cannot be; nothing where it already is. */
export function stageMove(row: Pick<ReplyRow, 'state' | 'may'>, to: string): StageMove | undefined {
  const from = row.state ?? ''
  if (from === to) return undefined
  const ways = actionsFrom(from).filter(([, action]) => action.to === to)
  const mine = ways.find(([name]) => row.may.includes(name))
  if (mine) return { kind: 'action', name: mine[0] }
  const [way] = ways
  return { kind: 'refused', says: way ? noRight(way[0]) : noWay(from, to) }
}

/** The stages of the board, from left to right; what stands still or has left stands at the end. */
export const stages = Object.keys(projectLifecycle.states)
