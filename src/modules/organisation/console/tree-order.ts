/** What a tree that can be arranged needs to know of a row; rows come in the order of their siblings. */
export interface TreeNode {
  readonly id: string
  readonly parent: string | null
}

export interface TreeRow<N extends TreeNode> {
  readonly node: N
  readonly depth: number
  /** Place among its siblings from 1, and how many they are. */
  readonly place: number
  readonly of: number
  readonly hasChildren: boolean
}

/** Where something is put down: on a row, or in the gap before or after it. */
export interface Target {
  readonly id: string
  readonly where: 'before' | 'inside' | 'after'
}

/** A change of the tree: afterwards these ids lie under `parent`, in this order. */
export interface Move {
  readonly moved: string
  readonly parent: string | null
  readonly ids: readonly string[]
}

/** A row whose parent is not among them (unseen, or in a ring) stands at the top, so that none is lost. */
function topOf<N extends TreeNode>(nodes: readonly N[]): Set<string> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const isTop = (node: N) => {
    const seen = new Set([node.id])
    let at = node.parent === null ? undefined : byId.get(node.parent)
    if (!at) return true
    while (at && !seen.has(at.id)) {
      seen.add(at.id)
      at = at.parent === null ? undefined : byId.get(at.parent)
    }
    return at !== undefined
  }
  return new Set(nodes.filter(isTop).map((node) => node.id))
}

const groupsOf = <N extends TreeNode>(nodes: readonly N[]) => {
  const top = topOf(nodes)
  const groups = new Map<string | null, N[]>()
  for (const node of nodes) {
    const key = top.has(node.id) ? null : node.parent
    groups.set(key, [...(groups.get(key) ?? []), node])
  }
  return groups
}

/** The rows that are open to view: below a closed row nothing is shown. */
export function visibleRows<N extends TreeNode>(
  nodes: readonly N[],
  isOpen: (id: string) => boolean,
): TreeRow<N>[] {
  const groups = groupsOf(nodes)
  const below = (parent: string | null, depth: number): TreeRow<N>[] => {
    const siblings = groups.get(parent) ?? []
    return siblings.flatMap((node, index) => {
      const hasChildren = groups.has(node.id)
      const row = { node, depth, place: index + 1, of: siblings.length, hasChildren }
      return hasChildren && isOpen(node.id) ? [row, ...below(node.id, depth + 1)] : [row]
    })
  }
  return below(null, 0)
}

/** The row and everything under it. */
export function within(nodes: readonly TreeNode[], id: string): Set<string> {
  const found = new Set([id])
  for (let size = 0; size < found.size;) {
    size = found.size
    for (const node of nodes) if (node.parent !== null && found.has(node.parent)) found.add(node.id)
  }
  return found
}

/** From the row's parent upwards, nearest first. */
export function above(nodes: readonly TreeNode[], id: string | null): string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const path: string[] = []
  for (let at = id; at !== null && !path.includes(at) && byId.has(at); at = byId.get(at)?.parent ?? null)
    path.push(at)
  return path
}

const siblingsUnder = (nodes: readonly TreeNode[], parent: string | null) =>
  nodes.filter((node) => node.parent === parent).map((node) => node.id)

/** What putting a row down there would change; undefined where it would change nothing or make a ring. */
export function destination(nodes: readonly TreeNode[], moved: string, target: Target): Move | undefined {
  const at = nodes.find((node) => node.id === target.id)
  if (!at || within(nodes, moved).has(target.id)) return undefined
  const parent = target.where === 'inside' ? at.id : at.parent
  const others = siblingsUnder(nodes, parent).filter((id) => id !== moved)
  const place =
    target.where === 'inside' ? others.length : others.indexOf(at.id) + (target.where === 'after' ? 1 : 0)
  const ids = [...others.slice(0, place), moved, ...others.slice(place)]
  const now = siblingsUnder(nodes, parent)
  return ids.join() === now.join() ? undefined : { moved, parent, ids }
}

/** One place up (−1) or down (1) among its siblings; undefined at the end. */
export function stepped(nodes: readonly TreeNode[], moved: string, by: -1 | 1): Move | undefined {
  const node = nodes.find((one) => one.id === moved)
  const siblings = node ? siblingsUnder(nodes, node.parent) : []
  const neighbour = siblings[siblings.indexOf(moved) + by]
  if (!neighbour) return undefined
  return destination(nodes, moved, { id: neighbour, where: by < 0 ? 'before' : 'after' })
}

/** The move that puts everything back as it is now. */
export function undoing(nodes: readonly TreeNode[], moved: string): Move | undefined {
  const node = nodes.find((one) => one.id === moved)
  return node && { moved, parent: node.parent, ids: siblingsUnder(nodes, node.parent) }
}

export interface Consequences {
  /** Rows that will count it among theirs, and rows that will no longer; nearest first. */
  readonly gains: readonly string[]
  readonly loses: readonly string[]
  /** How many rows come along. */
  readonly along: number
}

/** Whose totals change when a row moves to another parent. */
export function consequencesOf(nodes: readonly TreeNode[], move: Move): Consequences {
  const before = above(nodes, nodes.find((node) => node.id === move.moved)?.parent ?? null)
  const after = above(nodes, move.parent)
  return {
    gains: after.filter((id) => !before.includes(id)),
    loses: before.filter((id) => !after.includes(id)),
    along: within(nodes, move.moved).size - 1,
  }
}
