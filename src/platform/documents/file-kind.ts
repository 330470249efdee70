import { unreadable } from './unreadable'

export type SheetKind = 'xlsx' | 'csv'

/** A file as it was sent: its bytes and the name it was given. */
export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const startsWith = (bytes: Uint8Array, ...head: number[]) =>
  head.every((byte, index) => bytes[index] === byte)

export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)
export const isOle = (bytes: Uint8Array): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)

const extensionOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

const holds = (bytes: Uint8Array, wanted: string) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(wanted, 'utf16le'))

function refuseOle(bytes: Uint8Array): never {
  if (holds(bytes, 'EncryptedPackage'))
    throw unreadable(
      '文件有密码保护，请取消密码后重试',
      'The file is password-protected: remove the password first',
    )
  throw unreadable(
    '这是旧版 Excel 97–2003（.xls）文件，请另存为 .xlsx',
    'This is an old Excel 97–2003 file (.xls): save it as .xlsx',
  )
}

/** UTF-16 has a NUL in every Latin letter, and says so by its mark; any other NUL means this is no text. */
function looksBinary(bytes: Uint8Array): boolean {
  const marked = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)
  return !marked && bytes.subarray(0, 65_536).includes(0)
}

function refuseNoText(bytes: Uint8Array, extension: string): void {
  if (looksBinary(bytes))
    throw unreadable('文件既不是 Excel 也不是文本', 'The file is neither Excel nor plain text')
  if (extension === 'xlsx' || extension === 'xlsm')
    throw unreadable(
      '扩展名是 .xlsx，内容却不是 Excel 工作簿',
      'The name ends in .xlsx but the content is no Excel workbook',
    )
  const head = Buffer.from(bytes.subarray(0, 256)).toString('latin1').trimStart().toLowerCase()
  if (/^(<!doctype html|<html|<table|<\?xml)/.test(head))
    throw unreadable(
      '这是网页表格，不是 Excel；请用 Excel 打开后另存为 .xlsx',
      'This is a web page, not Excel: open it in Excel and save it as .xlsx',
    )
}

/** What a file is by its first bytes; a name that claims otherwise is refused, saying both. */
export function sheetKind({ name, bytes }: SentFile): SheetKind {
  const extension = extensionOf(name)
  if (bytes.length === 0) throw unreadable('文件是空的', 'The file is empty')
  if (isOle(bytes)) refuseOle(bytes)
  if (isZip(bytes)) {
    if (extension === 'csv' || extension === 'txt')
      throw unreadable(
        `扩展名是 .${extension}，内容却是压缩包或 Excel 工作簿`,
        `The name ends in .${extension} but the content is a ZIP or an Excel workbook`,
      )
    return 'xlsx'
  }
  refuseNoText(bytes, extension)
  return 'csv'
}
