import { operators } from '#engine/records/list-query'
import { personalFields } from '#engine/records/personal'
import { addressOf, type RecordType } from '#engine/records/record'
import { both, type Schema } from './openapi-schemas'
import { summarised } from './openapi-summaries'
import type { RouteDescription } from './route-description'

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: Schema) => ({ 'application/json': { schema } })
const answer = (says: string, schema?: Schema) => ({
  description: says,
  ...(schema && { content: json(schema) }),
})
const problem = {
  default: {
    description: 'RFC 9457 problem',
    content: { 'application/problem+json': { schema: ref('ProblemReply') } },
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
    ['group', 'count and sum by the values of this field as well'],
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
    totals: { type: 'object', additionalProperties: ref('ListTotal') },
    groups: { type: 'array', items: ref('ListGroup') },
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

/** A sheet of one's own: with the plan that says how it is read, as JSON and before the file. */
const bothParts = { plan: ref('MappingPlan'), file: { type: 'string', format: 'binary' } }
const uploadByPlan = {
  content: { 'multipart/form-data': { schema: { type: 'object', properties: bothParts } } },
}

interface Described {
  readonly path: string
  readonly tags: readonly string[]
}

const bulkOrder = (record: RecordType): Schema => {
  const seen = {
    type: 'object',
    properties: { id: { type: 'string' }, version: { type: 'integer' } },
    required: ['id', 'version'],
  }
  const actions = Object.keys(record.lifecycle?.actions ?? {})
  return {
    type: 'object',
    properties: {
      ids: { type: 'array', items: seen, minItems: 1, maxItems: 1000 },
      ...(actions.length > 0 && { action: { enum: actions }, reason: { type: 'string' } }),
      values: ref(`${record.name}_change`),
    },
    required: ['ids'],
  }
}

const bulkReply: Schema = {
  type: 'object',
  properties: {
    done: { type: 'integer' },
    problems: {
      type: 'array',
      items: { type: 'object', properties: { id: { type: 'string' }, problem: ref('ProblemReply') } },
    },
  },
  required: ['done', 'problems'],
}

const rowPaths = (record: RecordType, { path, tags }: Described): Record<string, Schema> => {
  const reply = answer('the row', one(record))
  const change = { content: json(ref(`${record.name}_change`)) }
  return {
    [path]: {
      get: {
        tags,
        parameters: listParameters(record),
        responses: { 200: answer('a page of rows', list(record)), ...problem },
      },
      post: {
        tags,
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
        requestBody: { content: json(bulkOrder(record)) },
        responses: { 200: answer('what was done', bulkReply), ...problem },
      },
    },
  }
}

const entriesOf = (name: string): Schema => ({
  type: 'object',
  properties: { entries: { type: 'array', items: ref(name) } },
  required: ['entries'],
})

const attachmentPath = { name: 'aid', in: 'path', required: true, schema: { type: 'string' } }

const attachedPaths = ({ path, tags }: Described): Record<string, Schema> => {
  const reply = (status: number, says: string, schema?: Schema) => ({
    tags,
    parameters: [idPath],
    responses: { [status]: answer(says, schema), ...problem },
  })
  const comment = {
    type: 'object',
    properties: { body: { type: 'string', maxLength: 4000 } },
    required: ['body'],
  }
  return {
    [`${path}/{id}/history`]: { get: reply(200, 'changes, newest first', ref('HistoryReply')) },
    [`${path}/{id}/comments`]: {
      get: reply(200, 'comments', entriesOf('CommentEntry')),
      post: {
        ...reply(201, 'the comment', ref('CommentEntry')),
        requestBody: { content: json(comment) },
      },
    },
    [`${path}/{id}/attachments`]: {
      get: reply(200, 'attachments', entriesOf('AttachmentEntry')),
      post: { ...reply(201, 'the attachment', ref('AttachmentEntry')), requestBody: upload },
    },
    [`${path}/{id}/attachments/{aid}`]: {
      get: { tags, parameters: [idPath, attachmentPath], ...file('the file, inert') },
      delete: { ...reply(204, 'removed'), parameters: [idPath, attachmentPath] },
    },
  }
}

const told = (says: string, reply: string) => ({ responses: { 200: answer(says, ref(reply)), ...problem } })

const filePaths = (record: RecordType, { path, tags }: Described): Record<string, Schema> => {
  const dryRun = { name: 'dry_run', in: 'query', schema: { type: 'boolean' } }
  const remember = { name: 'remember', in: 'query', schema: { type: 'boolean' } }
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
        requestBody: uploadByPlan,
        ...told('what would be, or was, done', 'ImportReport'),
      },
    },
    [`${path}/import/look`]: {
      post: {
        tags,
        parameters: [remember],
        requestBody: uploadByPlan,
        ...told('how a sheet of one’s own would be read', 'MappingLook'),
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

/** Personal data told for a reason, where the type has any. */
function unmaskPaths(record: RecordType, { path, tags }: Described): Record<string, Schema> {
  if (personalFields(record).length === 0) return {}
  const body = { type: 'object', properties: { reason: { type: 'string' } }, required: ['reason'] }
  const responses = { 200: answer('the values, which the ledger notes', ref('UnmaskReply')), ...problem }
  return {
    [`${path}/{id}/unmask`]: {
      post: { tags, parameters: [idPath], requestBody: { content: json(body) }, responses },
    },
  }
}

/** Every route that a record type has by being declared. */
export function recordPaths(record: RecordType): Record<string, Schema> {
  const described = { path: `/api/${addressOf(record)}`, tags: [both(record.label)] }
  const paths = {
    ...rowPaths(record, described),
    ...attachedPaths(described),
    ...filePaths(record, described),
    ...actionPaths(record, described),
    ...unmaskPaths(record, described),
  }
  return summarised(paths, described.path)
}

function routeAnswer({ status = 200, media, reply }: RouteDescription): Schema {
  if (status === 204) return { description: 'done' }
  return {
    description: 'the answer',
    content: { [media ?? 'application/json']: reply ? { schema: reply } : {} },
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
    parameters: [...inPath, ...inQuery, ...(route.versioned ? [version] : [])],
    ...(route.body && { requestBody: { content: json(route.body) } }),
    responses: { [route.status ?? 200]: routeAnswer(route), ...problem },
  }
}
