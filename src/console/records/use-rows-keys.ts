import { useRef, type KeyboardEvent } from 'react'

interface Keys {
  readonly count: number
  readonly onOpen: (index: number) => void
  readonly onSelect: (index: number) => void
}

const typing = (target: EventTarget) =>
  target instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'BUTTON', 'A'].includes(target.tagName)

/** Arrow keys walk over rows, Enter opens, Space selects (with Shift while walking too). */
export function useRowsKeys({ count, onOpen, onSelect }: Keys) {
  const body = useRef<HTMLTableSectionElement>(null)
  const rowAt = (index: number) => body.current?.querySelectorAll<HTMLElement>('tr')[index]
  const walk = (event: KeyboardEvent, from: number) => {
    const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: count - 1 }[event.key]
    if (to === undefined || to < 0 || to >= count) return
    event.preventDefault()
    if (event.shiftKey) onSelect(to)
    rowAt(to)?.focus()
  }
  const press = (event: KeyboardEvent) => {
    const row = (event.target as HTMLElement).closest('tr')
    const index = row ? Array.from(body.current?.children ?? []).indexOf(row) : -1
    if (index < 0) return
    if (typing(event.target)) return
    if (event.key === 'Enter') onOpen(index)
    else if (event.key === ' ') {
      event.preventDefault()
      onSelect(index)
    } else walk(event, index)
  }
  return { body, press }
}
