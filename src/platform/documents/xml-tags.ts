/** A start tag: local name, raw attributes, and where its content begins. */
export interface Tag {
  readonly name: string
  readonly attributes: string
  readonly after: number
}

/**
 * The start tags of a small XML part, front to back, each character looked at once: no entity is expanded, no tree is
 * built, nothing nests, so a hostile part costs no more than its length.
 */
export function* startTags(xml: string): Generator<Tag> {
  let at = 0
  for (;;) {
    const start = xml.indexOf('<', at)
    const end = start < 0 ? -1 : xml.indexOf('>', start)
    if (end < 0) return
    at = end + 1
    const match = /^<(?:\w{1,20}:)?(\w{1,60})(?=[\s/>])/.exec(xml.slice(start, start + 90))
    if (!match?.[1]) continue
    yield {
      name: match[1],
      attributes: xml.slice(start + match[0].length, Math.min(end, start + 65_536)),
      after: at,
    }
  }
}

/** An attribute by its local name, entities decoded. */
export function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)(?:\\w{1,20}:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  const raw = match?.[1] ?? match?.[2]
  return raw === undefined ? undefined : decoded(raw)
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function character(whole: string, reference: string): string {
  if (!reference.startsWith('#')) return named[reference] ?? whole
  const hex = reference[1] === 'x' || reference[1] === 'X'
  const code = Number.parseInt(reference.slice(hex ? 2 : 1), hex ? 16 : 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** XML's own five entities and character numbers, and Excel's `_x000D_`; a document's own entities stay as they are. */
export function decoded(raw: string): string {
  const plain = raw.includes('&') ? raw.replace(/&(#?\w{1,10});/g, character) : raw
  return plain.includes('_x')
    ? plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : plain
}

/** The text of `<t>` elements (a rich text has several); phonetic guides (`<rPh>`) are not part of it. */
export function textRuns(fragment: string, prefix: string): string {
  const open = `<${prefix}t`
  const close = `</${prefix}t>`
  const guide = fragment.indexOf(`<${prefix}rPh`)
  const limit = guide < 0 ? fragment.length : guide
  let whole = ''
  let at = 0
  for (;;) {
    const start = fragment.indexOf(open, at)
    if (start < 0 || start >= limit) return whole
    const from = fragment.indexOf('>', start) + 1
    const end = from > 0 ? fragment.indexOf(close, from) : -1
    const next = fragment[start + open.length]
    if (next !== '>' && next !== ' ') at = start + open.length
    else if (end < 0) return whole
    else {
      whole += decoded(fragment.slice(from, end))
      at = end + close.length
    }
  }
}
