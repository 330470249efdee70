import { useState, type KeyboardEvent, type MouseEvent } from 'react'

interface Place {
  readonly row: number
  readonly column: number
}

/** The cells between the one where the mouse went down and the one where it is now, all inclusive. */
export interface CellRange {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

interface Drag {
  readonly from: Place
  readonly to: Place
}

const rangeOf = ({ from, to }: Drag): CellRange => ({
  top: Math.min(from.row, to.row),
  bottom: Math.max(from.row, to.row),
  left: Math.min(from.column, to.column),
  right: Math.max(from.column, to.column),
})

export const isInRange = (range: CellRange | undefined, row: number, column: number): boolean =>
  range !== undefined &&
  row >= range.top &&
  row <= range.bottom &&
  column >= range.left &&
  column <= range.right

function placeOf(target: EventTarget): Place | undefined {
  const cell = (target as HTMLElement).closest<HTMLElement>('td[data-column]')
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined
}

const isSame = (a: Place, b: Place) => a.row === b.row && a.column === b.column

/** Dragging over cells marks a block of them, as in Excel; a click or Escape lets it go. */
export function useCellRange() {
  const [drag, setDrag] = useState<Drag>()
  const moved = drag !== undefined && !isSame(drag.from, drag.to)
  return {
    range: moved ? rangeOf(drag) : undefined,
    clear: () => setDrag(undefined),
    mouse: {
      onMouseDown: (event: MouseEvent) => {
        const place = event.button === 0 ? placeOf(event.target) : undefined
        // With Shift the block grows to where one clicks.
        if (place && event.shiftKey && drag) {
          event.preventDefault()
          setDrag({ from: drag.from, to: place })
        } else setDrag(place && { from: place, to: place })
      },
      onMouseOver: (event: MouseEvent) => {
        const place = event.buttons === 1 && drag ? placeOf(event.target) : undefined
        if (!place || !drag || isSame(place, drag.to)) return
        // The text that the browser marks while one drags would be copied instead of the block.
        window.getSelection()?.removeAllRanges()
        setDrag({ from: drag.from, to: place })
      },
    },
    escape: (event: KeyboardEvent) => {
      if (event.key === 'Escape' && moved) setDrag(undefined)
    },
  }
}
