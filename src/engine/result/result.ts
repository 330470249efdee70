/** A sentence or a name in both languages. Chinese is the original; English is written for people. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/** A value, or the reason why there is none. Engines never throw for bad business input. */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const fail = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error })

export const text = (zh: string, en: string): Text => ({ zh, en })

/** `exactly` proves at compile time that a switch over a closed set is complete; at run time it names the stray value. */
export function exactly(value: never): never {
  throw new Error(`Unexpected value ${JSON.stringify(value)}: a closed set has grown without its switch`)
}
