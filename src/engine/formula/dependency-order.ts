/** What depends on what: for each name, the names it reads. */
export type Graph = ReadonlyMap<string, readonly string[]>

/** Every name after the names it reads, and each cycle found, as names in reading order with the first repeated. */
export interface DependencyOrder {
  readonly order: readonly string[]
  readonly cycles: readonly (readonly string[])[]
}

/** Depth first in insertion order, without recursion: a chain of thousands of formulas must not exhaust the stack. */
export function dependencyOrder(graph: Graph): DependencyOrder {
  const order: string[] = []
  const cycles: string[][] = []
  const done = new Set<string>()
  for (const start of graph.keys()) walk({ graph, start, done, order, cycles })
  return { order, cycles }
}

interface Walk {
  readonly graph: Graph
  readonly start: string
  readonly done: Set<string>
  readonly order: string[]
  readonly cycles: string[][]
}

function walk({ graph, start, done, order, cycles }: Walk): void {
  const trail = done.has(start) ? [] : [{ name: start, next: 0 }]
  const onTrail = new Set(trail.map((step) => step.name))
  for (let step = trail.at(-1); step; step = trail.at(-1)) {
    const reads = (graph.get(step.name) ?? [])[step.next++]
    if (reads === undefined) {
      trail.pop()
      onTrail.delete(step.name)
      done.add(step.name)
      order.push(step.name)
    } else if (onTrail.has(reads)) {
      const names = trail.map((passed) => passed.name)
      cycles.push([...names.slice(names.indexOf(reads)), reads])
    } else if (graph.has(reads) && !done.has(reads)) {
      trail.push({ name: reads, next: 0 })
      onTrail.add(reads)
    }
  }
}
