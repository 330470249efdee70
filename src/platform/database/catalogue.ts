import type { Connection } from './connection'

/** A table as PostgreSQL describes it itself, so that two databases can be compared word for word. */
export interface TableDescription {
  readonly comment: string | null
  readonly rowSecurity: boolean
  readonly columns: Readonly<Record<string, string>>
  readonly columnComments: Readonly<Record<string, string>>
  readonly constraints: Readonly<Record<string, string>>
  readonly indexes: Readonly<Record<string, string>>
  readonly policies: Readonly<Record<string, string>>
  readonly grants: Readonly<Record<string, string>>
}

const named = (table: string, entries: string) =>
  `coalesce((SELECT jsonb_object_agg(name, says) FROM (${entries.replaceAll('$TABLE', table)}) AS e(name, says)), '{}')`

const columns = `SELECT attname::text, format_type(atttypid, atttypmod)
    || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END
    || coalesce(' DEFAULT ' || pg_get_expr(adbin, adrelid), '')
  FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
  WHERE attrelid = $TABLE AND attnum > 0 AND NOT attisdropped`
const columnComments = `SELECT attname::text, col_description(attrelid, attnum)
  FROM pg_attribute WHERE attrelid = $TABLE AND attnum > 0 AND NOT attisdropped AND col_description(attrelid, attnum) IS NOT NULL`
const constraints = `SELECT conname::text, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = $TABLE AND contype <> 'n'`
const indexes = `SELECT c.relname::text, pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class c ON c.oid = indexrelid
  WHERE indrelid = $TABLE AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`
const policies = `SELECT polname::text, CASE polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END
    || ' TO ' || (SELECT string_agg(rolname, ', ' ORDER BY rolname) FROM pg_roles WHERE oid = ANY (polroles))
    || coalesce(' USING (' || pg_get_expr(polqual, polrelid) || ')', '')
    || coalesce(' WITH CHECK (' || pg_get_expr(polwithcheck, polrelid) || ')', '')
  FROM pg_policy WHERE polrelid = $TABLE`
const grants = `SELECT grantee::text, string_agg(privilege_type, ', ' ORDER BY privilege_type)
  FROM information_schema.role_table_grants WHERE table_schema = 'public' AND grantee LIKE 'yipanqi%'
    AND (table_schema || '.' || quote_ident(table_name))::regclass::oid = $TABLE GROUP BY grantee`

const description = `SELECT relname::text AS name, jsonb_build_object(
    'comment', obj_description(t.oid), 'rowSecurity', relrowsecurity AND relforcerowsecurity,
    'columns', ${named('t.oid', columns)}, 'columnComments', ${named('t.oid', columnComments)},
    'constraints', ${named('t.oid', constraints)}, 'indexes', ${named('t.oid', indexes)},
    'policies', ${named('t.oid', policies)}, 'grants', ${named('t.oid', grants)}) AS says
  FROM pg_class t WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`

/** Describes every table of the schema. */
export async function describeTables(connection: Connection): Promise<Map<string, TableDescription>> {
  const { rows } = await connection.query(description, [])
  return new Map(rows.map((row) => [row.name as string, row.says as TableDescription]))
}
