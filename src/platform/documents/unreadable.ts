import { text } from '#engine/result/result'
import { type AppError, kernelError } from '#platform/errors/app-error'

/** A file that cannot be read, saying which thing about it is in the way. */
export const unreadable = (zh: string, en: string, cause?: unknown): AppError =>
  kernelError('unreadable_file', { detail: text(zh, en), ...(cause !== undefined && { cause }) })
