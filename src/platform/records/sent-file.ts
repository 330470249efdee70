import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { text } from '#engine/result/result'
import type { SentFile } from '#platform/documents/file-kind'
import { kernelError } from '#platform/errors/app-error'

const missing = () =>
  kernelError('bad_request', {
    detail: text(
      '请用 multipart/form-data 的 file 字段上传一个文件',
      'Send one file in the field “file” of a multipart/form-data body',
    ),
  })

/** Fields sent before the file; what follows it comes too late. */
function fieldsBefore(part: MultipartFile): Readonly<Record<string, string>> {
  const fields = Object.values(part.fields).flatMap((one) => (Array.isArray(one) ? one : one ? [one] : []))
  return Object.fromEntries(
    fields.flatMap((one) =>
      one.type === 'field' && typeof one.value === 'string' ? [[one.fieldname, one.value]] : [],
    ),
  )
}

export interface Sent extends SentFile {
  readonly mediaType: string
  readonly fields: Readonly<Record<string, string>>
}

/** The one file of a multipart request, whole, and the fields before it; `too_large` above the configured size. */
export async function sentFile(request: FastifyRequest): Promise<Sent> {
  if (!request.isMultipart()) throw missing()
  const part = await request.file()
  if (part?.fieldname !== 'file') throw missing()
  return {
    name: part.filename || 'file',
    bytes: await part.toBuffer(),
    mediaType: part.mimetype,
    fields: fieldsBefore(part),
  }
}
