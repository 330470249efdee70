import { nearest, plainWords } from '#engine/mapping/compare-words'
import type { Reading } from '#engine/mapping/doubt'
import { text, type Text } from '#engine/result/result'
import { queries, type Transaction } from '#platform/database/database'
import type { Kernel } from '#platform/records/kernel'

interface Named {
  readonly id: string
  readonly unit_id: string
  readonly zh: string
  readonly en: string
}

/** Names held against what a sheet says: beyond these, what is near must be looked for by hand. */
const mostNames = 5000

/** Names of the rows of other types that the actor may see, asked for once each. */
export class KnownNames {
  readonly #byType = new Map<string, Promise<readonly Named[]>>()

  constructor(
    readonly tx: Transaction,
    readonly kernel: Kernel,
  ) {}

  async #of(typeName: string): Promise<readonly Named[]> {
    const known = this.#byType.get(typeName) ?? this.#load(typeName)
    this.#byType.set(typeName, known)
    return known
  }

  async #load(typeName: string): Promise<readonly Named[]> {
    const type = this.kernel.records.get(typeName)
    if (!type) return []
    const english = type.title.replace(/_zh$/, '_en')
    const columns = Object.hasOwn(type.fields, english) ? [type.title, english] : [type.title]
    const query = queries()
      .selectFrom(typeName)
      .select(['id', 'unit_id', ...columns])
      .limit(mostNames)
    const rows = (await this.tx.all(query)) as Readonly<Record<string, string | null>>[]
    return rows.map((row) => {
      const zh = row[type.title] ?? row.id ?? ''
      return { id: row.id ?? '', unit_id: row.unit_id ?? '', zh, en: row[english] ?? zh }
    })
  }

  /** Whether a name is that of a row, to the letter or but for its marks and spaces. */
  async isKnown(typeName: string, name: string): Promise<boolean> {
    const plain = plainWords(name)
    return (await this.#of(typeName)).some(({ zh, en, id }) =>
      [zh, en, id].some((one) => plainWords(one) === plain),
    )
  }

  /** Rows called so, or the nearest to it: the readings of a name that was not found, or found more than once (`several`). */
  async readings(typeName: string, name: string): Promise<{ several: boolean; readings: Reading[] }> {
    const all = await this.#of(typeName)
    const same = all.filter(({ zh, en }) => zh === name || en === name)
    const found = same.length > 0 ? same.slice(0, 8) : nearest(name, all, { text: ({ zh }) => zh, most: 4 })
    const several = same.length > 1
    const shown = (one: Named) => (several ? this.#placed(one) : text(one.zh, one.en))
    return { several, readings: found.map((one) => ({ value: one.id, shown: shown(one) })) }
  }

  #placed({ zh, en, unit_id }: Named): Text {
    const unit = this.kernel.places().nameOf(unit_id) ?? text(unit_id, unit_id)
    return text(`${zh}（${unit.zh}）`, `${en} (${unit.en})`)
  }
}
