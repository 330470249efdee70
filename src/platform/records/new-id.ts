import { randomFillSync } from 'node:crypto'

let last = 0
let turn = 0

// Drawn for many ids at once: a draw for each would be most of the time it takes to make one.
const drawn = Buffer.alloc(8 * 512)
let used = drawn.length

function randomTail(bytes: Buffer): void {
  if (used === drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  drawn.copy(bytes, 8, used, used + 8)
  used += 8
}

/** A UUID v7: ids of one process sort by the moment they were made, also within one millisecond. */
export function newId(now = Date.now()): string {
  if (now > last) {
    last = now
    turn = 0
  } else turn += 1
  const bytes = Buffer.alloc(16)
  randomTail(bytes)
  bytes.writeUIntBE(last + Math.floor(turn / 4096), 0, 6)
  bytes.writeUInt16BE(0x7000 | (turn % 4096), 6)
  bytes.writeUInt8(((bytes[8] ?? 0) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/**
 * Ids made from here on sort behind this one as well: the clock may have been set back since it was made, and what is
 * done later must not be told as if it had been done before.
 */
export function idsContinueAfter(id: string): void {
  const digits = /^([0-9a-f]{8})-([0-9a-f]{4})-7([0-9a-f]{3})-/.exec(id)
  const moment = digits ? Number.parseInt(`${digits[1]}${digits[2]}`, 16) : 0
  if (moment <= last) return
  last = moment
  turn = Number.parseInt(digits?.[3] ?? '0', 16)
}
