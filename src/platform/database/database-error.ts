import { AppError, kernelError } from '#platform/errors/app-error'

/** What both drivers tell about a refused statement. */
export interface DriverError {
  readonly message: string
  readonly code?: string
  readonly constraint?: string
  readonly table?: string
  readonly column?: string
  readonly detail?: string
}

/** A statement that the database refused, with its SQLSTATE. */
export class DatabaseError extends Error {
  readonly code: string
  readonly constraint: string
  readonly table: string
  constructor(readonly driver: DriverError) {
    super(driver.message)
    this.name = 'DatabaseError'
    this.code = driver.code ?? ''
    this.constraint = driver.constraint ?? ''
    this.table = driver.table ?? ''
  }
}

/** Gone, starting, full — or two transactions in each other's way: all of it passes, and may be tried again. */
const away = /^(08|57P0|53|40)/

/**
 * How a refused statement is told to people: by SQLSTATE where it is plain (duplicate, reference, connection gone).
 * Record routes map constraint names to fields before this is asked.
 */
export function asAppError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof DatabaseError)) return error
  if (error.code === '23505') return kernelError('duplicate', { cause: error })
  if (error.code === '23503')
    return kernelError(error.message.includes('still referenced') ? 'still_referred' : 'refers_to_nothing', {
      cause: error,
    })
  // 42501: the row policy refused a write. The row is not there for this actor: say no more than that.
  if (error.code === '42501') return kernelError('forbidden', { cause: error })
  if (away.test(error.code) || error.code.startsWith('E'))
    return kernelError('database_away', { retryAfter: 5, cause: error })
  return error
}
