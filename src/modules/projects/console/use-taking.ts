import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { Scale } from './plan-scale'

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/** Something that is taken along the axis by whole days, with the pointer or by keys; where it began it has not been moved. */
export function useTaking({ day }: Scale, onTaken: ((days: number) => void) | undefined) {
  const [by, setBy] = useState(0)
  const from = useRef<number>(undefined)
  if (!onTaken) return { by: 0, handlers: {}, movable: false }
  const letGo = () => {
    if (by !== 0) onTaken(by)
    setBy(0)
  }
  const handlers = {
    tabIndex: 0,
    role: 'button',
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      from.current = event.clientX
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (from.current !== undefined) setBy(Math.round((event.clientX - from.current) / day))
    },
    onPointerUp: () => {
      if (from.current !== undefined) letGo()
      from.current = undefined
    },
    onPointerCancel: () => {
      from.current = undefined
      setBy(0)
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const step = steps[event.key]
      const taken = event.currentTarget
      // Where it has been moved to is in view, however long the axis.
      requestAnimationFrame(() => taken.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
      if (step !== undefined) setBy(by + step * (event.shiftKey ? 5 : 1))
      else if (event.key === 'Enter') letGo()
      else if (event.key === 'Escape') setBy(0)
      else return
      event.preventDefault()
    },
    onBlur: () => setBy(0),
  }
  return { by, handlers, movable: true }
}
