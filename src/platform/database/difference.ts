import type { TableDescription } from './catalogue'

type Described = ReadonlyMap<string, TableDescription>

/** Named parts that differ: to be removed from the first, and to be added from the second. */
function changedParts(is: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>) {
  const gone = Object.keys(is).filter((name) => is[name] !== wanted[name])
  const added = Object.keys(wanted).filter((name) => is[name] !== wanted[name])
  return { gone, added }
}

const split = (says: string) => {
  const [, type = '', notNull, , standard] = /^(.+?)( NOT NULL)?( DEFAULT (.+))?$/.exec(says) ?? []
  return { type, notNull: Boolean(notNull), standard }
}

function columnChange(
  table: string,
  name: string,
  change: { is: string | undefined; wanted: string | undefined },
): string[] {
  if (change.wanted === undefined) return [`ALTER TABLE ${table} DROP COLUMN ${name};`]
  if (change.is === undefined) return [`ALTER TABLE ${table} ADD COLUMN ${name} ${change.wanted};`]
  const is = split(change.is)
  const wanted = split(change.wanted)
  const alter = `ALTER TABLE ${table} ALTER COLUMN ${name}`
  return [
    is.type !== wanted.type && `${alter} TYPE ${wanted.type};`,
    is.notNull !== wanted.notNull && `${alter} ${wanted.notNull ? 'SET' : 'DROP'} NOT NULL;`,
    is.standard !== wanted.standard &&
      `${alter} ${wanted.standard ? `SET DEFAULT ${wanted.standard}` : 'DROP DEFAULT'};`,
  ].filter((line) => line !== false)
}

function policySql(table: string, name: string, says: string): string {
  const [, command = '', rest = ''] = /^(\w+) (.+)$/s.exec(says) ?? []
  return `CREATE POLICY ${name} ON ${table} FOR ${command} ${rest};`
}

const quote = (value: string) => `'${value.replaceAll("'", "''")}'`

function tableChange(table: string, is: TableDescription, wanted: TableDescription): string[] {
  const columns = changedParts(is.columns, wanted.columns)
  const constraints = changedParts(is.constraints, wanted.constraints)
  const indexes = changedParts(is.indexes, wanted.indexes)
  const policies = changedParts(is.policies, wanted.policies)
  const comments = changedParts(is.columnComments, wanted.columnComments)
  const touched = [...new Set([...columns.gone, ...columns.added])]
  return [
    ...policies.gone.map((name) => `DROP POLICY ${name} ON ${table};`),
    ...indexes.gone.map((name) => `DROP INDEX ${name};`),
    ...constraints.gone.map((name) => `ALTER TABLE ${table} DROP CONSTRAINT ${name};`),
    ...touched.flatMap((name) =>
      columnChange(table, name, { is: is.columns[name], wanted: wanted.columns[name] }),
    ),
    ...constraints.added.map(
      (name) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${wanted.constraints[name]};`,
    ),
    ...indexes.added.map((name) => `${wanted.indexes[name]?.replace('public.', '')};`),
    ...policies.added.map((name) => policySql(table, name, wanted.policies[name] ?? '')),
    ...comments.added.map(
      (name) => `COMMENT ON COLUMN ${table}.${name} IS ${quote(wanted.columnComments[name] ?? '')};`,
    ),
    ...(is.comment === wanted.comment
      ? []
      : [`COMMENT ON TABLE ${table} IS ${quote(wanted.comment ?? '')};`]),
    ...changedParts(is.grants, wanted.grants).added.map(
      (role) => `GRANT ${wanted.grants[role]} ON ${table} TO ${role};`,
    ),
  ]
}

/**
 * The statements that bring the declared tables from what `is` to what is `wanted`. Dropping a column loses data: the
 * draft says so, and a person decides. Tables that no declaration names are the migrations' own and left alone.
 */
export function schemaDifference(
  is: Described,
  wanted: Described,
  create: (table: string) => string,
): string[] {
  return [...wanted].flatMap(([table, description]) => {
    const present = is.get(table)
    return present ? tableChange(table, present, description) : [create(table)]
  })
}
