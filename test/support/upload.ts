import type { Caller } from './test-server'

export interface Upload {
  readonly bytes: Uint8Array
  readonly name: string
  readonly type?: string
  /** Fields before the file. */
  readonly fields?: Readonly<Record<string, string>>
}

/** Sends a file as a browser does. */
export function upload(
  call: Caller,
  url: string,
  { bytes, name, type = 'application/octet-stream', fields = {} }: Upload,
): ReturnType<Caller> {
  const edge = 'edge-of-the-form'
  const before = Object.entries(fields).map(
    ([field, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  )
  const head = `${before.join('')}--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)])
  return call('POST', url, body, { 'content-type': `multipart/form-data; boundary=${edge}` })
}
