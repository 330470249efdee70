import type { MappingLook } from '#engine/mapping/look'
import type { MappingPlan } from '#engine/mapping/plan'
import { columnMapping } from '#engine/mapping/column-mapping'
import { rememberedText } from '#engine/mapping/remembered'
import type { RecordType } from '#engine/records/record'
import { mayCreateSomewhere } from '#engine/records/rights'
import { useSession } from '#console/api/session'
import { useRecordChange, useRecordClient } from '../record-queries'

export interface KeepOrder {
  readonly name: string
  readonly seen: MappingLook
  readonly plan: MappingPlan
}

/** Keeps a mapping for the next sheet with the same heads: in the row it came from, where this person may change it. */
export function useKeepMapping(record: RecordType) {
  const session = useSession()
  const client = useRecordClient(columnMapping)
  const unit = session.posts.find(({ role }) => record.rights.create.includes(role))?.unit_id
  const allowed = unit !== undefined && mayCreateSomewhere(session, columnMapping)
  const keep = useRecordChange(columnMapping, ({ name, seen, plan }: KeepOrder) => {
    const content = {
      name,
      heads: Object.keys(plan.columns).join('、').slice(0, 4000),
      choices: rememberedText(plan),
    }
    const known = seen.remembered
    if (known?.may.includes('update')) return client.update(known, content)
    return client.create({ ...content, unit_id: unit, record: record.name, fingerprint: seen.fingerprint })
  })
  return { keep, allowed }
}
