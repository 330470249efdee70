import type { Caller } from './test-server'

export interface Upload {
  readonly bytes: Uint8Array
  readonly name: string
  readonly type?: string
}

/** Sends a file as a browser does. */
export function upload(
  call: Caller,
  url: string,
  { bytes, name, type = 'application/octet-stream' }: Upload,
): ReturnType<Caller> {
  const edge = 'edge-of-the-form'
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)])
  return call('POST', url, body, { 'content-type': `multipart/form-data; boundary=${edge}` })
}
