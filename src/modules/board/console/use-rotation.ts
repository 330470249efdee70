import { useEffect, useState } from 'react'

/** Long enough to read a slide from the back of the room. */
const slideSeconds = 20

export interface Rotation {
  readonly index: number
  readonly paused: boolean
  readonly pause: (paused: boolean) => void
  readonly go: (index: number) => void
}

const isButton = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('button, a') !== null

/** Steps through `count` slides; space pauses, the arrow keys step. A step by hand starts the time anew. */
export function useRotation(count: number): Rotation {
  const [at, setAt] = useState(0)
  const [paused, pause] = useState(false)
  const index = count > 0 ? ((at % count) + count) % count : 0
  useEffect(() => {
    if (paused || count < 2) return undefined
    const timer = setTimeout(() => setAt(index + 1), slideSeconds * 1000)
    return () => clearTimeout(timer)
  }, [index, paused, count])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === ' ' && !isButton(event.target)) pause((now) => !now)
      else if (event.key === 'ArrowRight') setAt(index + 1)
      else if (event.key === 'ArrowLeft') setAt(index - 1)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [index])
  return { index, paused, pause, go: setAt }
}
