import { createHash } from 'node:crypto'
import type { DecimalField, Field, IntegerField } from '#engine/records/field'
import type { RecordType, Verb } from '#engine/records/record'
import { clockColumn, dueField, storedFields } from '#engine/records/record-clock'

/** `'it''s'`: a text literal of a declaration in generated SQL. */
const quote = (value: string) => `'${value.replaceAll("'", "''")}'`

const columnType: Readonly<Record<Field['kind'], string>> = {
  text: 'text',
  integer: 'integer',
  decimal: 'numeric',
  boolean: 'boolean',
  date: 'date',
  instant: 'timestamptz',
  period: 'text',
  choice: 'text',
  reference: 'text',
  references: 'text[]',
}

/** PostgreSQL cuts names at 63 bytes, silently: longer ones get a short digest instead of a collision. */
function constraintName(...parts: string[]): string {
  const name = parts.join('_')
  if (name.length <= 63) return name
  return `${name.slice(0, 54)}_${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
}

function boundsCheck(name: string, field: IntegerField | DecimalField): string | undefined {
  const bounds = [
    field.min !== undefined && `${name} >= ${field.min}`,
    field.max !== undefined && `${name} <= ${field.max}`,
    field.kind === 'decimal' && `scale(trim_scale(${name})) <= ${field.decimals}`,
  ].filter(Boolean)
  return bounds.length > 0 ? bounds.join(' AND ') : undefined
}

function fieldCheck(name: string, field: Field): string | undefined {
  switch (field.kind) {
    case 'text':
      // What is stored of a sealed field is longer than what was written; its length is checked before.
      if (field.sealed) return undefined
      return `char_length(${name}) <= ${field.max ?? 200}`
    case 'choice':
      return `${name} IN (${Object.keys(field.options).map(quote).join(', ')})`
    case 'integer':
    case 'decimal':
      return boundsCheck(name, field)
    case 'period':
      return `${name} ~ '^\\d{4}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2])(-[0-3][0-9])?)?$'`
    default:
      return undefined
  }
}

function fieldColumn([name, field]: readonly [string, Field]): string {
  const notNull = field.required ? ' NOT NULL' : ''
  return `  ${name} ${columnType[field.kind]}${notNull}`
}

function fieldConstraint(record: RecordType, [name, field]: readonly [string, Field]): string | undefined {
  const check = fieldCheck(name, field)
  return check && `  CONSTRAINT ${constraintName(record.name, name, 'check')} CHECK (${check})`
}

export const isSearchable = (record: RecordType): boolean =>
  Object.values(record.fields).some((field) => field.search)

const clockNames = (record: RecordType): string[] => Object.keys(record.clocks ?? {})

function tableSql(record: RecordType): string {
  const fields = storedFields(record)
  const columns = [
    '  zone_id text NOT NULL',
    '  id text NOT NULL',
    '  unit_id text NOT NULL',
    ...fields.map(fieldColumn),
    ...clockNames(record).map((name) => `  ${clockColumn(name)} jsonb`),
    ...(record.lifecycle ? ['  state text NOT NULL'] : []),
    '  version integer NOT NULL DEFAULT 1',
    '  created_at timestamptz NOT NULL DEFAULT now()',
    '  created_by text NOT NULL',
    '  updated_at timestamptz NOT NULL DEFAULT now()',
    '  updated_by text NOT NULL',
    '  sample boolean NOT NULL DEFAULT false',
    "  extra jsonb NOT NULL DEFAULT '{}'",
    '  title_key text',
    ...(isSearchable(record) ? ['  search_text text', '  search_terms integer[]'] : []),
  ]
  const constraints = [
    `  CONSTRAINT ${record.name}_key PRIMARY KEY (zone_id, id)`,
    ...Object.entries(record.unique ?? {}).map(
      ([name, parts]) =>
        `  CONSTRAINT ${constraintName(record.name, name, 'unique')} UNIQUE (zone_id, ${parts.join(', ')})`,
    ),
    ...fields.map((entry) => fieldConstraint(record, entry)).filter((line) => line !== undefined),
    ...stateCheck(record),
  ]
  return `CREATE TABLE ${record.name} (\n${[...columns, ...constraints].join(',\n')}\n);`
}

function stateCheck(record: RecordType): string[] {
  if (!record.lifecycle) return []
  const states = Object.keys(record.lifecycle.states).map(quote).join(', ')
  return [`  CONSTRAINT ${record.name}_state_check CHECK (state IN (${states}))`]
}

const systemComments: Readonly<Record<string, string>> = {
  zone_id: '所属高新区（分布键）',
  id: '编号',
  unit_id: '所属单位',
  version: '版本：每次变更加一',
  created_at: '建立时间',
  created_by: '建立人',
  updated_at: '更新时间',
  updated_by: '更新人',
  sample: '示范数据',
  extra: '扩展字段的值',
  title_key: '名称的拼音排序键',
}

function comments(record: RecordType): string[] {
  const columns: [string, string][] = [
    ...Object.entries(systemComments),
    ...storedFields(record).map(([name, field]): [string, string] => [name, field.label.zh]),
    ...Object.entries(record.clocks ?? {}).map(([name, { label }]): [string, string] => [
      clockColumn(name),
      `${label.zh}：计时的规则与经过`,
    ]),
    ...(record.lifecycle ? [['state', '状态'] as [string, string]] : []),
    ...(isSearchable(record)
      ? ([
          ['search_text', '检索文本：原文、全拼、首字母'],
          ['search_terms', '检索文本的单字与双字'],
        ] as [string, string][])
      : []),
  ]
  return [
    `COMMENT ON TABLE ${record.name} IS ${quote(`${record.label.zh}：${record.about.zh}`)};`,
    ...columns.map(([name, says]) => `COMMENT ON COLUMN ${record.name}.${name} IS ${quote(says)};`),
  ]
}

function indexes(record: RecordType): string[] {
  const references = Object.entries(record.fields)
    .filter(([, field]) => field.kind === 'reference')
    .map(([name, { required }]) => {
      // Most rows leave an optional reference empty: those cost nothing when they are written.
      const filled = required ? '' : ` WHERE ${name} IS NOT NULL`
      return `CREATE INDEX ${constraintName(record.name, name, 'index')} ON ${record.name} (zone_id, ${name})${filled};`
    })
  const due = clockNames(record).map((name) => {
    const column = dueField(name)
    return `CREATE INDEX ${constraintName(record.name, column, 'index')} ON ${record.name} (zone_id, ${column});`
  })
  return [
    `CREATE INDEX ${constraintName(record.name, 'unit', 'index')} ON ${record.name} (zone_id, unit_id);`,
    ...references,
    ...due,
    ...(isSearchable(record)
      ? [
          `CREATE INDEX ${constraintName(record.name, 'search', 'index')} ON ${record.name} USING gin (search_terms);`,
        ]
      : []),
  ]
}

/** Who passes a row policy for a verb, as SQL over the row's columns. */
function passes(record: RecordType, roles: readonly string[], owner: boolean): string {
  if (roles.includes('everyone')) return 'yipanqi_signed_in()'
  const named = roles.filter((role) => role !== 'everyone').toSorted()
  const inReach = `unit_id = ANY ((SELECT yipanqi_units(${quote(`{${named.join(',')}}`)}))::text[])`
  const parts = [named.length > 0 && inReach, owner && record.owner && `${record.owner} = yipanqi_person()`]
  return parts.filter(Boolean).join(' OR ') || 'false'
}

/** Roles that may change a row at all: by editing it, or by one of its lifecycle actions. */
export function changingRoles(record: RecordType): readonly string[] {
  const acting = Object.values(record.lifecycle?.actions ?? {}).flatMap((action) => action.rights)
  return [...new Set([...record.rights.update, ...acting])]
}

const commands: Readonly<Record<Verb, string>> = {
  read: 'SELECT',
  create: 'INSERT',
  update: 'UPDATE',
  remove: 'DELETE',
}

function policies(record: RecordType): string[] {
  const using = (verb: Verb, roles: readonly string[]) => {
    const condition = passes(record, roles, verb === 'read')
    const clause =
      verb === 'create'
        ? `WITH CHECK (${condition})`
        : verb === 'update'
          ? `USING (${condition}) WITH CHECK (${condition})`
          : `USING (${condition})`
    return `CREATE POLICY ${record.name}_${verb} ON ${record.name} FOR ${commands[verb]} TO yipanqi_app ${clause};`
  }
  return [
    `ALTER TABLE ${record.name} ENABLE ROW LEVEL SECURITY;`,
    `ALTER TABLE ${record.name} FORCE ROW LEVEL SECURITY;`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ${record.name} TO yipanqi_app, yipanqi_kernel;`,
    `CREATE POLICY ${record.name}_kernel ON ${record.name} TO yipanqi_kernel USING (true) WITH CHECK (true);`,
    using('read', record.rights.read),
    using('create', record.rights.create),
    using('update', changingRoles(record)),
    using('remove', record.rights.remove),
  ]
}

/** Everything a record type needs in the database: table, checks, indexes, Chinese comments, grants, row policies. */
export function recordSql(record: RecordType): string {
  return [tableSql(record), ...comments(record), ...indexes(record), ...policies(record)].join('\n')
}
