import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** The width of an element in px, followed as it changes; 0 before it is known. */
export function useWidth<T extends HTMLElement>(): readonly [RefObject<T | null>, number] {
  const ref = useRef<T>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const node = ref.current
    if (!node) return undefined
    const follow = () => setWidth(Math.floor(node.clientWidth))
    follow()
    const observer = new ResizeObserver(follow)
    observer.observe(node)
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}
