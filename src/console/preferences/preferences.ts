import { useCallback, useSyncExternalStore } from 'react'
import type { Preferences, PreferencesReply } from '#engine/records/preferences'
import { request } from '#console/api/request'
import { readStored, writeStored } from './stored-value'

/** Settings the page needs before anybody is signed in: this browser remembers them as well. */
const ofBrowser: ReadonlySet<string> = new Set(['language', 'theme', 'density'])

/** Typing and dragging change a setting many times a second; the server hears of the last. */
const pause = 600

const values = new Map<string, unknown>()
/** Changed here and not yet told to the server. */
const waiting = new Map<string, unknown>()
const listeners = new Set<() => void>()
let person: string | undefined
let timer: ReturnType<typeof setTimeout> | undefined

const tell = () => listeners.forEach((listener) => listener())

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Sends what has changed. What the server could not take lasts as long as the page and goes with the next change. */
async function send(): Promise<void> {
  clearTimeout(timer)
  if (!person || waiting.size === 0) return
  const sent = new Map(waiting)
  waiting.clear()
  try {
    await request('me/preferences', { method: 'PUT', body: Object.fromEntries(sent), keepalive: true })
  } catch {
    for (const [name, value] of sent) if (!waiting.has(name)) waiting.set(name, value)
  }
}

function hold(name: string, value: unknown): void {
  values.set(name, value)
  if (ofBrowser.has(name)) writeStored(name, value)
}

function keep(name: string, value: unknown): void {
  hold(name, value)
  waiting.set(name, value ?? null)
  clearTimeout(timer)
  timer = setTimeout(() => void send(), pause)
  tell()
}

/** A page that is left takes no setting with it. */
globalThis.addEventListener?.('pagehide', () => void send())

/** Reads what a person has set; what they chose on the sign-in page a moment ago stands above it. */
function adopt(whose: string, stored: Preferences): void {
  if (person !== undefined && person !== whose) {
    values.clear()
    waiting.clear()
  }
  person = whose
  for (const [name, value] of Object.entries(stored)) if (!waiting.has(name)) hold(name, value)
  tell()
  void send()
}

/** Fetches the settings of whoever has signed in, once; without them the page works with its own. */
export async function loadPreferences(whose: string): Promise<void> {
  if (person === whose) return
  try {
    const { preferences } = await request<PreferencesReply>('me/preferences')
    adopt(whose, preferences)
  } catch {
    adopt(whose, {})
  }
}

/** Before signing out: what has changed is told while the session lasts, and the next person begins with their own. */
export async function leavePreferences(): Promise<void> {
  await send()
  person = undefined
  waiting.clear()
  for (const name of values.keys()) if (!ofBrowser.has(name)) values.delete(name)
}

function valueOf(name: string): unknown {
  if (!values.has(name) && ofBrowser.has(name)) values.set(name, readStored<unknown>(name, undefined))
  return values.get(name)
}

/**
 * A setting of the person signed in, such as language or the columns of a list; kept for them on the server. What does
 * not fit (kept by an older version, or written by a program) counts as not set.
 */
export function usePreference<T>(
  name: string,
  otherwise: T,
  fits: (value: unknown) => boolean,
): readonly [T, (value: T) => void] {
  const kept = useSyncExternalStore(subscribe, () => valueOf(name))
  const value = fits(kept) ? (kept as T) : otherwise
  const set = useCallback((next: T) => keep(name, next), [name])
  return [value, set]
}
