import type { TableDescription } from './catalogue'

/** How a table lies on the machines: by zone, as a copy on each, or at the coordinator only. */
export type Placement = 'distributed' | 'reference' | 'local'

/** What distributes the schema over Citus. */
export interface CitusPlan {
  readonly placements: ReadonlyMap<string, Placement>
  /** In the order in which they are to be run, by a superuser at the coordinator. */
  readonly statements: readonly string[]
  /** Tables that cannot lie where they should, each with its reason; empty when all can. */
  readonly exceptions: readonly { readonly table: string; readonly reason: string }[]
}

/** A schema as it is found, and what the declarations say about it. */
export interface CitusGround {
  readonly tables: ReadonlyMap<string, TableDescription>
  /** Tables of shared lists, which rows of every zone refer to: copied to every machine. */
  readonly shared: ReadonlySet<string>
  /** Tables that only the coordinator needs, with the reason. */
  readonly local: ReadonlyMap<string, string>
  readonly triggers: ReadonlyMap<string, readonly string[]>
  /** Functions that policies call, with the types of their arguments. */
  readonly functions: readonly string[]
}

/** The column that distributes every table. */
const key = 'zone_id'

const holdsKey = (columns: string): boolean => columns.split(/[\s,()]+/).includes(key)

/** Of `PRIMARY KEY (a, b)`, `UNIQUE (…)` and `CREATE UNIQUE INDEX … USING btree (…)`. */
const uniqueColumns = (definition: string): string | undefined =>
  /^(?:PRIMARY KEY|UNIQUE(?: NULLS NOT DISTINCT)?|CREATE UNIQUE INDEX .* USING \w+) \(([^)]*)\)/.exec(
    definition,
  )?.[1]

const foreignKey = /^FOREIGN KEY \(([^)]*)\) REFERENCES (?:public\.)?"?(\w+)"?\(([^)]*)\)/

function keyProblems({ constraints, indexes }: TableDescription): string[] {
  const own = Object.entries({ ...constraints, ...indexes })
  const narrow = own.filter(([, says]) => {
    const columns = uniqueColumns(says)
    return (columns !== undefined && !holdsKey(columns)) || says.startsWith('EXCLUDE')
  })
  const hasKey = Object.values(constraints).some((says) => says.startsWith('PRIMARY KEY'))
  return [
    ...(hasKey ? [] : ['it has no primary key']),
    ...narrow.map(([name]) => `${name} is unique without ${key}`),
  ]
}

/** A reference must stay within its zone, or lead to a table that lies everywhere. */
function referenceProblems(table: TableDescription, placeOf: (name: string) => Placement): string[] {
  return Object.entries(table.constraints).flatMap(([name, says]) => {
    const [, from = '', to = '', columns = ''] = foreignKey.exec(says) ?? []
    if (to === '' || placeOf(to) === 'reference') return []
    if (placeOf(to) === 'local') return [`${name} refers to ${to}, which lies at the coordinator only`]
    return holdsKey(from) && holdsKey(columns) ? [] : [`${name} crosses zones to ${to}`]
  })
}

/** A reference table may refer only to another one. */
const copiedProblems = (table: TableDescription, placeOf: (name: string) => Placement): string[] =>
  Object.entries(table.constraints).flatMap(([name, says]) => {
    const to = foreignKey.exec(says)?.[2]
    return to === undefined || placeOf(to) === 'reference'
      ? []
      : [`${name} refers to ${to}, which is not copied`]
  })

/** Citus takes no sub-select in a policy: asked directly the function says the same, if more often. */
const withoutSubselect = (policy: string): string =>
  policy.replaceAll(/\( ?SELECT (yipanqi_\w+\('[^']*'::text\[\]\)) AS \w+\)::text\[\]/g, '$1')

const isSubselect = (policy: string): boolean => /\bSELECT\b/.test(policy.replace(/^SELECT TO /, ''))

/** `SELECT TO app USING (…) WITH CHECK (…)`, as the catalogue tells it, as an order. */
function policyStatement(table: string, [name, says]: readonly [string, string]): string[] {
  const plain = withoutSubselect(says)
  if (plain === says) return []
  const at = plain.search(/ (USING|WITH CHECK) \(/)
  return [`ALTER POLICY ${name} ON ${table}${plain.slice(at)};`]
}

function problemsOf(ground: CitusGround, name: string, placeOf: (name: string) => Placement): string[] {
  const table = ground.tables.get(name)
  const placement = placeOf(name)
  if (!table || placement === 'local') return []
  const triggers = (ground.triggers.get(name) ?? []).map(
    (trigger) => `trigger ${trigger} is refused by Citus`,
  )
  const policies = Object.entries(table.policies)
    .filter(([, says]) => isSubselect(withoutSubselect(says)))
    .map(([policy]) => `policy ${policy} holds a sub-select`)
  if (placement === 'reference') return [...copiedProblems(table, placeOf), ...triggers, ...policies]
  const column = table.columns[key]?.startsWith('text NOT NULL')
    ? []
    : [`it has no ${key} that is always filled`]
  return [...column, ...keyProblems(table), ...referenceProblems(table, placeOf), ...triggers, ...policies]
}

const roles = ['yipanqi_app', 'yipanqi_kernel', 'yipanqi_keeper']

/** What must be there before the first table is moved. */
const preparation = (functions: readonly string[]): string[] => [
  'CREATE EXTENSION IF NOT EXISTS citus;',
  `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET citus.propagate_set_commands = ''local''', current_database()); END $$;`,
  `SET citus.propagate_set_commands = 'local';`,
  ...roles.map((role) => `SELECT run_command_on_workers('CREATE ROLE ${role} NOLOGIN');`),
  ...functions.map((name) => `SELECT create_distributed_function('${name}');`),
]

function placing(placements: ReadonlyMap<string, Placement>): string[] {
  const named = (placement: Placement) => [...placements].filter(([, one]) => one === placement)
  const [[first] = ['']] = named('distributed')
  return [
    ...named('reference').map(([name]) => `SELECT create_reference_table('${name}');`),
    ...named('distributed').map(
      ([name]) =>
        `SELECT create_distributed_table('${name}', '${key}', colocate_with => '${name === first ? 'none' : first}');`,
    ),
  ]
}

/**
 * Plans how a migrated schema is spread over Citus by zone. Tables that cannot be spread are named with their reason and
 * left where they are: what refers to them, and whoever reads them, finds them at the coordinator.
 */
export function citusPlan(ground: CitusGround): CitusPlan {
  const names = [...ground.tables.keys()].toSorted()
  const wanted = (name: string): Placement => {
    if (ground.local.has(name)) return 'local'
    return ground.shared.has(name) ? 'reference' : 'distributed'
  }
  const exceptions = names.flatMap((table) =>
    problemsOf(ground, table, wanted).map((reason) => ({ table, reason })),
  )
  const failing = new Set(exceptions.map(({ table }) => table))
  const placements = new Map(
    names.map((name): [string, Placement] => [name, failing.has(name) ? 'local' : wanted(name)]),
  )
  const policies = names
    .filter((name) => placements.get(name) !== 'local')
    .flatMap((name) =>
      Object.entries(ground.tables.get(name)?.policies ?? {}).flatMap((policy) =>
        policyStatement(name, policy),
      ),
    )
  return {
    placements,
    exceptions,
    statements: [...preparation(ground.functions), ...policies, ...placing(placements)],
  }
}
