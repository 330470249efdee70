import { type Text, text } from '#engine/result/result'

/** One thing wrong with the ledger, or (a note) one that somebody should know. */
export interface Finding {
  readonly zone: string
  readonly kind: FindingKind
  readonly event?: string
  readonly seal?: number
  /** The fields of the event that differ. */
  readonly differs?: readonly string[]
  /** Of how many events a note speaks. */
  readonly count?: number
}

interface Kind {
  readonly says: Text
  /** A note does not make the verdict bad. */
  readonly note?: true
}

export const findingKinds = {
  event_changed: { says: text('事件被改动', 'the event was changed') },
  event_removed: { says: text('事件被删除', 'the event was removed') },
  event_inserted: { says: text('事件是后来插入的', 'the event was inserted') },
  event_reordered: { says: text('事件次序被改动', 'the order of events was changed') },
  leaf_changed: { says: text('事件的存证被改动', 'the kept digest of the event was changed') },
  leaf_removed: { says: text('事件的存证被删除', 'kept digests of the seal were removed') },
  root_differs: { says: text('封签与其事件不符', 'the seal does not fit its events') },
  seal_changed: { says: text('封签被改动', 'the seal was changed') },
  seal_removed: { says: text('封签被删除', 'the seal was removed') },
  seal_unlinked: { says: text('封签与上一封签不相连', 'the seal does not follow the one before') },
  signature_wrong: { says: text('封签的签名不成立', 'the signature of the seal does not hold') },
  copy_differs: { says: text('封签与另存的副本不符', 'the seal is not the one of the copy') },
  tail_removed: {
    says: text(
      '副本中的封签在此已不存在：末尾被截去',
      'the copy has this seal, the ledger has not: its end was cut off',
    ),
  },
  event_late: {
    says: text(
      '有事件的时间早于上一封签一天以上：系统时钟曾被回拨，或事件为补写',
      'events dated more than a day before the seal before: the clock was set back, or they were written in later',
    ),
    note: true,
  },
  purged: {
    says: text('封签以内的事件已按期清除', 'the events up to this seal were purged by term'),
    note: true,
  },
} as const satisfies Record<string, Kind>

export type FindingKind = keyof typeof findingKinds

export const isNote = ({ kind }: Finding): boolean => 'note' in findingKinds[kind]

/** `LZ · event 0199… : changes, reason · the event was changed`. */
export function findingWords({ zone, kind, event, seal, differs, count }: Finding): Text {
  const { says } = findingKinds[kind]
  const fields = differs && differs.length > 0 ? `（${differs.join('、')}）` : ''
  const [where, place] = [
    event === undefined ? '' : ` 事件 ${event}`,
    event === undefined ? '' : ` event ${event}`,
  ]
  const number = count === undefined ? '' : ` (${count})`
  const [at, of] = [seal === undefined ? '' : ` 封签 ${seal}`, seal === undefined ? '' : ` seal ${seal}`]
  return text(
    `${zone}${at}${where}：${says.zh}${fields}${number}`,
    `${zone}${of}${place}: ${says.en}${fields && ` (${differs?.join(', ')})`}${number}`,
  )
}
