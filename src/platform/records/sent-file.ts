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

/** The one file of a multipart request, whole; `too_large` above the configured size. */
export async function sentFile(request: FastifyRequest): Promise<SentFile & { readonly mediaType: string }> {
  if (!request.isMultipart()) throw missing()
  const part = await request.file()
  if (part?.fieldname !== 'file') throw missing()
  return { name: part.filename || 'file', bytes: await part.toBuffer(), mediaType: part.mimetype }
}
