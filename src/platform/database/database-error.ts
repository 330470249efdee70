import { AppError, kernelError } from '#platform/errors/app-error'

/** What both drivers tell about a refused statement. */
export interface DriverError {
  readonly message: string
  readonly code?: string
  /** PANIC and FATAL end the connection, PANIC the database as well; ERROR ends the transaction only. */
  readonly severity?: string
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

/** Gone, starting, full, its disk unreadable, or told to stop what it did: all of it passes, and may be tried again. */
const away = /^(08|57|53|58)/

/** Two transactions in each other's way: one of them was sent back. */
const collided = /^40/

/** A disk without room has its own code; a quota that is used up is told in words. */
const isFull = ({ code, message }: DatabaseError): boolean =>
  code === '53100' || /no space left on device|disk quota exceeded/i.test(message)

function passing(error: DatabaseError): AppError | undefined {
  if (isFull(error)) return kernelError('storage_full', { retryAfter: 60, cause: error })
  if (error.code === '53300') return kernelError('busy', { retryAfter: 5, cause: error })
  if (collided.test(error.code)) return kernelError('collided', { retryAfter: 1, cause: error })
  if (away.test(error.code) || error.code.startsWith('E'))
    return kernelError('database_away', { retryAfter: 5, cause: error })
  return undefined
}

/** Whether it ends the connection with what it says. */
export const isEnd = ({ severity }: DriverError): boolean => severity === 'PANIC' || severity === 'FATAL'

/** Whether the connection itself is lost, so that what it was asked may have been done or not. */
export const isLost = (error: unknown): boolean =>
  error instanceof DatabaseError && (/^(08|57P|E)/.test(error.code) || isEnd(error.driver))

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
  return passing(error) ?? error
}
