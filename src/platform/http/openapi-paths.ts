import { operators } from '#engine/records/list-query'
import { addressOf, type RecordType } from '#engine/records/record'
import type { Text } from '#engine/result/result'
import { both, type Schema } from './openapi-schemas'

/** A route beside the record routes, as a module describes it for the API description. */
export interface RouteDescription {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  readonly path: string
  readonly tag: string
  readonly says: Text
  readonly query?: Readonly<
    Record<string, { readonly says: string; readonly required?: boolean; readonly schema?: Schema }>
  >
  readonly body?: Schema
  readonly reply?: Schema
}

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: Schema) => ({ 'application/json': { schema } })
const answer = (says: string, schema?: Schema) => ({
  description: says,
  ...(schema && { content: json(schema) }),
})
const problem = {
  default: {
    description: 'RFC 9457 problem',
    content: { 'application/problem+json': { schema: ref('problem') } },
  },
}
const version = {
  name: 'if-match',
  in: 'header',
  required: true,
  schema: { type: 'string' },
  description: 'the version you read, such as "3"',
}
const idPath = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }

const listParameters = (record: RecordType) => [
  ...[
    ['q', 'search in Chinese, pinyin or pinyin initials'],
    ['sort', 'fields separated by commas; minus sorts down'],
    ['page', 'page from 1'],
    ['size', 'rows a page, at most 500'],
    ['after', 'continue after this row id'],
    ['fields', 'only these fields'],
    ['unit', 'rows of this unit and below'],
    ['count', 'false: leave the count out'],
  ].map(([name, says]) => ({ name, in: 'query', description: says, schema: { type: 'string' } })),
  ...Object.entries(record.fields).map(([name, field]) => ({
    name,
    in: 'query',
    description: `${both(field.label)}; also ${operators.map((operator) => `${name}.${operator}`).join(', ')}`,
    schema: { type: 'string' },
  })),
]

const list = (record: RecordType): Schema => ({
  type: 'object',
  properties: {
    rows: { type: 'array', items: ref(record.name) },
    total: { type: 'integer' },
    totals: { type: 'object', additionalProperties: { type: 'object' } },
    next: { type: 'string' },
    titles: ref('titles'),
  },
})

const one = (record: RecordType): Schema => ({
  type: 'object',
  properties: { row: ref(record.name), titles: ref('titles') },
})

const file = (says: string) => ({
  responses: { 200: { description: says, content: { 'application/octet-stream': {} } }, ...problem },
})

const upload = {
  content: {
    'multipart/form-data': {
      schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
    },
  },
}

interface Described {
  readonly path: string
  readonly tags: readonly string[]
}

const rowPaths = (record: RecordType, { path, tags }: Described): Record<string, Schema> => {
  const reply = answer('the row', one(record))
  const change = { content: json(ref(`${record.name}_change`)) }
  return {
    [path]: {
      get: {
        tags,
        summary: `list ${record.name}`,
        parameters: listParameters(record),
        responses: { 200: answer('a page of rows', list(record)), ...problem },
      },
      post: {
        tags,
        summary: `create ${record.name}`,
        requestBody: { content: json(ref(`${record.name}_input`)) },
        responses: { 201: reply, ...problem },
      },
    },
    [`${path}/{id}`]: {
      get: { tags, parameters: [idPath], responses: { 200: reply, ...problem } },
      patch: {
        tags,
        parameters: [idPath, version],
        requestBody: change,
        responses: { 200: reply, ...problem },
      },
      delete: {
        tags,
        parameters: [idPath, version],
        responses: { 204: { description: 'removed' }, ...problem },
      },
    },
    [`${path}/bulk`]: {
      post: {
        tags,
        summary: 'all rows or none',
        requestBody: { content: json({ type: 'object' }) },
        responses: { 200: answer('what was done'), ...problem },
      },
    },
  }
}

const attachedPaths = ({ path, tags }: Described): Record<string, Schema> => {
  const read = (says: string) => ({
    tags,
    parameters: [idPath],
    responses: { 200: answer(says), ...problem },
  })
  return {
    [`${path}/{id}/history`]: { get: read('changes, newest first') },
    [`${path}/{id}/comments`]: {
      get: read('comments'),
      post: {
        ...read('comments'),
        requestBody: { content: json({ type: 'object', properties: { body: { type: 'string' } } }) },
      },
    },
    [`${path}/{id}/attachments`]: {
      get: read('attachments'),
      post: { ...read('attachments'), requestBody: upload },
    },
  }
}

const filePaths = (record: RecordType, { path, tags }: Described): Record<string, Schema> => {
  const dryRun = { name: 'dry_run', in: 'query', schema: { type: 'boolean' } }
  return {
    [`${path}/template.xlsx`]: { get: { tags, ...file('an empty sheet with drop-downs and notes') } },
    [`${path}/export.xlsx`]: {
      get: { tags, parameters: listParameters(record), ...file('the list as a sheet') },
    },
    [`${path}/export.csv`]: { get: { tags, parameters: listParameters(record), ...file('the list as CSV') } },
    [`${path}/import`]: {
      post: {
        tags,
        parameters: [dryRun],
        requestBody: upload,
        responses: { 200: answer('what would be, or was, done'), ...problem },
      },
    },
  }
}

function actionPaths(record: RecordType, { path, tags }: Described): Record<string, Schema> {
  const actions = Object.keys(record.lifecycle?.actions ?? {})
  if (actions.length === 0) return {}
  const action = { name: 'action', in: 'path', required: true, schema: { type: 'string', enum: actions } }
  const body = {
    type: 'object',
    properties: { reason: { type: 'string' }, values: ref(`${record.name}_change`) },
  }
  const responses = { 200: answer('the row', one(record)), ...problem }
  return {
    [`${path}/{id}/actions/{action}`]: {
      post: { tags, parameters: [idPath, action, version], requestBody: { content: json(body) }, responses },
    },
  }
}

/** Every route that a record type has by being declared. */
export function recordPaths(record: RecordType): Record<string, Schema> {
  const described = { path: `/api/${addressOf(record)}`, tags: [both(record.label)] }
  return {
    ...rowPaths(record, described),
    ...attachedPaths(described),
    ...filePaths(record, described),
    ...actionPaths(record, described),
  }
}

/** A route of a module's own. */
export function routePath(route: RouteDescription): Schema {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inQuery = Object.entries(route.query ?? {}).map(([name, given]) => ({
    name,
    in: 'query',
    required: given.required === true,
    description: given.says,
    schema: given.schema ?? { type: 'string' },
  }))
  return {
    tags: [route.tag],
    summary: both(route.says),
    parameters: [...inPath, ...inQuery],
    ...(route.body && { requestBody: { content: json(route.body) } }),
    responses: { 200: answer('the answer', route.reply ?? { type: 'object' }), ...problem },
  }
}
