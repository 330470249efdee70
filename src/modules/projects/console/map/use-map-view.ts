import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import {
  type Extent,
  fitted,
  type Margin,
  type Plane,
  type Point,
  type Room,
  shifted,
  within,
  zoomed,
} from './plane'

/** How much closer a press of a button or a key brings. */
const stride = 1.6
/** Px that an arrow key moves. */
const step = 60
/** A hand that clicks trembles by so many px: less is no drag. */
const tremble = 4

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: step, y: 0 },
  ArrowRight: { x: -step, y: 0 },
  ArrowUp: { x: 0, y: step },
  ArrowDown: { x: 0, y: -step },
}

/** The whole, as long as the same is to be shown in the same room: a row that changes does not throw one back. */
function useWhole({ west, east, south, north }: Extent, { width, height }: Room, margin: Margin): Plane {
  return useMemo(
    () => fitted({ west, east, south, north }, { width, height }, margin),
    [west, east, south, north, width, height, margin],
  )
}

/** What of the whole is in view, and the ways to change it: buttons, keys, wheel with Ctrl, drag. */
export function useMapView(extent: Extent, room: Room, margin: Margin) {
  const whole = useWhole(extent, room, margin)
  const [seen, setSeen] = useState({ whole, plane: whole })
  const plane = seen.whole === whole ? seen.plane : whole
  const middle = { x: room.width / 2, y: room.height / 2 }
  const show = (next: Plane) => setSeen({ whole, plane: next })
  const move = (by: Point) => show(within(shifted(plane, by), whole))
  const zoom = (factor: number, about: Point = middle) => show(zoomed(plane, { factor, about }, whole))
  const isWhole = plane.scale <= whole.scale
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoom(stride),
    '=': () => zoom(stride),
    '-': () => zoom(1 / stride),
    '0': () => show(whole),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const arrow = arrows[event.key]
    // While the whole is shown there is nowhere to go: the arrows scroll the page.
    const act = arrow && !isWhole ? () => move(arrow) : keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return {
    plane,
    whole,
    isWhole,
    closer: () => zoom(stride),
    farther: () => zoom(1 / stride),
    showWhole: () => show(whole),
    move,
    zoom,
    onKeyDown,
  }
}

export type MapView = ReturnType<typeof useMapView>

/** Ctrl and the wheel, or two fingers on a touch pad: closer or farther about the pointer. The wheel alone scrolls the page. */
export function useWheel({ zoom }: MapView, left: number) {
  const ref = useRef<SVGSVGElement>(null)
  const latest = useRef(zoom)
  useEffect(() => {
    latest.current = zoom
  })
  useEffect(() => {
    const room = ref.current
    if (!room) return undefined
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const box = room.getBoundingClientRect()
      const about = { x: event.clientX - box.left - left, y: event.clientY - box.top }
      latest.current(Math.exp(-event.deltaY / 240), about)
    }
    // React listens passively, and a passive listener cannot keep the browser from zooming the page.
    room.addEventListener('wheel', turn, { passive: false })
    return () => room.removeEventListener('wheel', turn)
  }, [left])
  return ref
}

/** Moves the map with the pointer; a press that does not move is left to the mark under it. */
export function useDrag({ move }: MapView) {
  const from = useRef<Point>(undefined)
  const dragging = useRef(false)
  const stop = () => {
    from.current = undefined
    dragging.current = false
  }
  return {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      if (event.button === 0) from.current = { x: event.clientX, y: event.clientY }
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      if (!from.current) return
      const by = { x: event.clientX - from.current.x, y: event.clientY - from.current.y }
      if (!dragging.current && Math.hypot(by.x, by.y) < tremble) return
      if (!dragging.current) event.currentTarget.setPointerCapture(event.pointerId)
      dragging.current = true
      from.current = { x: event.clientX, y: event.clientY }
      move(by)
    },
    onPointerUp: stop,
    onPointerCancel: stop,
  }
}
