import type { ReplyRow } from '#engine/records/reply'
import { text, type Text } from '#engine/result/result'
import type { PlanChangeInput, ScheduledNodeReply, WhatIfReply } from '../contract'

/** A day that is moved: the start of a node, or the completion a project promises. */
export interface PlanMove {
  readonly of: 'node' | 'promise'
  readonly project: string
  /** The row that is written: the node, or the project itself. */
  readonly row: string
  /** The version of it that was seen. */
  readonly version: number
  readonly name: Text
  readonly from: string | null
  readonly to: string
}

/** A move with what it would do. */
export interface Trial extends PlanMove {
  readonly result: WhatIfReply
}

export const nodeMove = (project: string, node: ScheduledNodeReply, start: string): PlanMove => ({
  of: 'node',
  project,
  row: node.id,
  version: node.version,
  name: node.name,
  from: node.fixed_start,
  to: start,
})

const day = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export const promiseMove = (row: ReplyRow, promised: string): PlanMove => ({
  of: 'promise',
  project: row.id,
  row: row.id,
  version: row.version,
  name: text(String(row.name_zh), String(row.name_zh)),
  from: day(row.promised_on),
  to: promised,
})

/** Who may change the project moves its promise, until it is completed: then the promise is history. */
export const mayMovePromise = (row: ReplyRow): boolean =>
  row.may.includes('update') && day(row.promised_on) !== null && day(row.completed_on) === null

/** The move as the server tries it. */
export const changeOf = ({ of, row, to }: PlanMove): PlanChangeInput =>
  of === 'node' ? { node: row, start: to } : { promised: to }
