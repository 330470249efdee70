import type { MapPlace } from './map-places.data'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Placed extends Box {
  readonly code: string
}

export interface MapLayout {
  readonly width: number
  readonly height: number
  /** In reading order. */
  readonly boxes: readonly Placed[]
  /** `places`: by compass. `rows`: too narrow for that, in order. */
  readonly kind: 'places' | 'rows'
}

interface Given {
  readonly width: number
  readonly cardHeight: number
  readonly places: Readonly<Record<string, MapPlace>>
}

const gap = 12
const columns = 3

/** Below this a card by compass would be too narrow for a Chinese name of ten characters in two lines. */
const narrowest = 450

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

function inRows(codes: readonly string[], { width, cardHeight }: Given): MapLayout {
  const count = Math.max(1, Math.floor((width + gap) / (168 + gap)))
  const card = (width - (count - 1) * gap) / count
  const boxes = codes.map((code, index) => ({
    code,
    x: (index % count) * (card + gap),
    y: Math.floor(index / count) * (cardHeight + gap),
    width: card,
    height: cardHeight,
  }))
  const rows = Math.ceil(codes.length / count)
  return { width, height: rows * (cardHeight + gap) - gap, boxes, kind: 'rows' }
}

/** The first free place for a card, from the south-east corner on: there the named places leave room. */
function freeBox(taken: readonly Box[], size: { card: number; cardHeight: number }): Box {
  for (let row = 2.6; ; row += 1)
    for (const column of [2, 1, 0]) {
      const box = boxAt({ column, row }, size)
      if (!taken.some((one) => overlaps(one, box))) return box
    }
}

const boxAt = (place: MapPlace, { card, cardHeight }: { card: number; cardHeight: number }): Box => ({
  x: place.column * (card + gap),
  y: place.row * (cardHeight + gap),
  width: card,
  height: cardHeight,
})

/**
 * Cards at their place by compass; a unit without a place, or whose place is taken, gets the next free one. Cards never
 * overlap. On a narrow screen, or when nothing has a place, the cards stand in rows.
 */
export function layoutUnits(codes: readonly string[], given: Given): MapLayout {
  const { width, cardHeight, places } = given
  const placedCount = codes.filter((code) => places[code]).length
  if (width < narrowest || placedCount < 2) return inRows(codes, given)
  const size = { card: (width - (columns - 1) * gap) / columns, cardHeight }
  const boxes: Placed[] = []
  const sorted = [...codes].sort((a, b) => Number(!places[a]) - Number(!places[b]))
  for (const code of sorted) {
    const place = places[code]
    const wanted = place && boxAt(place, size)
    const free = wanted && !boxes.some((box) => overlaps(box, wanted))
    boxes.push({ code, ...(free ? wanted : freeBox(boxes, size)) })
  }
  boxes.sort((a, b) => a.y - b.y || a.x - b.x)
  const height = Math.max(...boxes.map((box) => box.y + box.height))
  return { width, height, boxes, kind: 'places' }
}
