import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { useAddress } from '#console/router/go'
import { stringifySearch } from '#console/router/search'

export interface MapTouch {
  /** The unit that is lit, here and in the ranking. */
  readonly lit: string | undefined
  readonly onLit: (code: string | undefined) => void
  readonly onGo: (code: string) => void
  /** An arrow key was pressed on this unit. */
  readonly onArrow: (code: string, key: string) => void
}

interface MapLinkProps {
  readonly code: string
  readonly touch: MapTouch
  readonly children: ReactNode
}

const isPlain = (event: MouseEvent) => !(event.metaKey || event.ctrlKey || event.shiftKey || event.button > 0)

/** A unit's place on the map as a real link: opens in a new tab like any link, walks with the arrow keys. */
export function MapLink({ code, touch, children }: MapLinkProps) {
  const { path, search } = useAddress()
  const { lit, onLit, onGo, onArrow } = touch
  const go = (event: MouseEvent) => {
    if (!isPlain(event)) return
    event.preventDefault()
    onGo(code)
  }
  const press = (event: KeyboardEvent) => {
    if (!event.key.startsWith('Arrow')) return
    event.preventDefault()
    onArrow(code, event.key)
  }
  return (
    <g role="listitem">
      <a
        href={`${path}${stringifySearch({ ...search, unit: code })}`}
        className="map-link"
        data-unit={code}
        data-lit={lit === code || undefined}
        onClick={go}
        onKeyDown={press}
        onFocus={() => onLit(code)}
        onBlur={() => onLit(undefined)}
        onMouseEnter={() => onLit(code)}
        onMouseLeave={() => onLit(undefined)}
      >
        {children}
      </a>
    </g>
  )
}
