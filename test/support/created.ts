import { expect } from 'vitest'
import type { Caller } from './test-server'

/** A row as the server answers it. */
export interface CreatedRow {
  readonly id: string
  readonly unit_id: string
  readonly version: number
  readonly [field: string]: unknown
}

/** Creates a row that the server must accept. */
export async function created(
  by: Caller,
  record: string,
  input: Record<string, unknown>,
): Promise<CreatedRow> {
  const { status, body } = await by('POST', `/api/${record}`, input)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.row as CreatedRow
}
