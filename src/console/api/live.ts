import { useEffect, useEffectEvent } from 'react'

/** One change that happened somewhere: enough to know what to read again, nothing that could leak a row. */
export interface LiveEvent {
  readonly type: string
  readonly record?: string
  readonly id?: string
  readonly unit?: string
}

const listeners = new Set<(event: LiveEvent) => void>()
let source: EventSource | undefined

function receive(message: MessageEvent<string>): void {
  try {
    const event = JSON.parse(message.data) as LiveEvent
    for (const listener of listeners) listener(event)
  } catch {
    // A message cut off by a restart is no event; the stream reopens by itself.
  }
}

const reopenAfter = 10_000
let opened = false

function open(): void {
  source = new EventSource('/api/events')
  source.addEventListener('message', receive)
  source.addEventListener('open', () => {
    // Whatever happened while the stream was away is not told again: everything is read afresh.
    if (opened) for (const listener of listeners) listener({ type: 'reopened' })
    opened = true
  })
  source.addEventListener('error', () => {
    // The browser reopens a stream that broke, but not one that was refused (a restart, a lost session).
    if (source?.readyState !== EventSource.CLOSED) return
    source = undefined
    setTimeout(() => {
      if (listeners.size > 0 && !source) open()
    }, reopenAfter)
  })
}

function listen(listener: (event: LiveEvent) => void): () => void {
  listeners.add(listener)
  if (!source) open()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    source?.close()
    source = undefined
    opened = false
  }
}

/** Calls back at every event of the server's stream; all callers share one connection. */
export function useLive(onEvent: (event: LiveEvent) => void): void {
  const react = useEffectEvent(onEvent)
  useEffect(() => listen((event) => react(event)), [])
}
