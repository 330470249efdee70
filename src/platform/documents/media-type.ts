import { isOle, isZip } from './file-kind'

const begins = (bytes: Uint8Array, ...head: number[]) => head.every((byte, index) => bytes[index] === byte)
const ascii = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1')

type Form = 'png' | 'jpeg' | 'gif' | 'webp' | 'pdf' | 'zip' | 'ole' | 'program'

const forms: Readonly<Record<Form, (bytes: Uint8Array) => boolean>> = {
  png: (bytes) => begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  jpeg: (bytes) => begins(bytes, 0xff, 0xd8, 0xff),
  gif: (bytes) => /^GIF8[79]a/.test(ascii(bytes, 0, 6)),
  webp: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP',
  pdf: (bytes) => ascii(bytes, 0, 5) === '%PDF-',
  zip: isZip,
  ole: isOle,
  program: (bytes) =>
    ascii(bytes, 0, 2) === 'MZ' || ascii(bytes, 0, 4) === '\x7fELF' || ascii(bytes, 0, 2) === '#!',
}

const office = 'application/vnd.openxmlformats-officedocument'

/** What a list that goes out is sent as. */
export const sheetMediaTypes = {
  xlsx: `${office}.spreadsheetml.sheet`,
  csv: 'text/csv; charset=utf-8',
} as const

/** What a name's ending promises: the media type it is kept under, and the form its bytes must have. */
const endings: Readonly<Record<string, readonly [mediaType: string, form: Form]>> = {
  png: ['image/png', 'png'],
  jpg: ['image/jpeg', 'jpeg'],
  jpeg: ['image/jpeg', 'jpeg'],
  gif: ['image/gif', 'gif'],
  webp: ['image/webp', 'webp'],
  pdf: ['application/pdf', 'pdf'],
  zip: ['application/zip', 'zip'],
  xlsx: [`${office}.spreadsheetml.sheet`, 'zip'],
  docx: [`${office}.wordprocessingml.document`, 'zip'],
  pptx: [`${office}.presentationml.presentation`, 'zip'],
  xls: ['application/vnd.ms-excel', 'ole'],
  doc: ['application/msword', 'ole'],
  ppt: ['application/vnd.ms-powerpoint', 'ole'],
}

const byMediaType = new Map(Object.values(endings))

const promised = (name: string, declared: string): (readonly [string, Form])[] => {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const byName = Object.hasOwn(endings, ending) ? endings[ending] : undefined
  const form = byMediaType.get(declared)
  return [...(byName ? [byName] : []), ...(form ? [[declared, form] as const] : [])]
}

/**
 * The media type of a file by what its bytes are; undefined when its name or declared type promises another form, or
 * when it is a program. What nothing is known of is `application/octet-stream`.
 */
export function mediaTypeOf(given: {
  bytes: Uint8Array
  name: string
  declared: string
}): string | undefined {
  const { bytes, name, declared } = given
  if (forms.program(bytes)) return undefined
  const promises = promised(name, declared)
  if (promises.some(([, form]) => !forms[form](bytes))) return undefined
  return promises[0]?.[0] ?? 'application/octet-stream'
}
