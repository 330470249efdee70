import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ExtraFields } from '#engine/records/check-input'
import { extraFieldOf } from '#engine/records/extra-field-of'
import type { RecordType } from '#engine/records/record'
import type { ReplyRow } from '#engine/records/reply'
import type { SessionUnit } from '#engine/records/session'
import { recordClient } from '#console/api/record-client'
import { useSession } from '#console/api/session'
import { unitPath } from '#console/frame/unit-tree'

const none: ExtraFields = {}

/** A field belongs to rows of its unit and below; seen from above it is a column too. */
function applies(row: ReplyRow, unit: string | undefined, units: readonly SessionUnit[]): boolean {
  if (!unit || !row.unit_id) return true
  const within = (above: string, below: string) => unitPath(units, below).some((step) => step.code === above)
  return within(row.unit_id, unit) || within(unit, row.unit_id)
}

/** Fields that the zones in view have added to a record type without code; `ready` once it is known which. */
export function useExtraFields(record: RecordType, unit?: string): { fields: ExtraFields; ready: boolean } {
  const { units } = useSession()
  const { data, isPending } = useQuery({
    queryKey: ['record', 'extra_field', record.name],
    queryFn: ({ signal }) =>
      recordClient({ name: 'extra_field' }).list(
        { record: record.name, size: '500', count: 'false' },
        signal,
      ),
    enabled: record.name !== 'extra_field',
    staleTime: 5 * 60_000,
  })
  const fields = useMemo(() => {
    const rows = (data?.rows ?? []).filter((row) => applies(row, unit, units))
    const pairs = rows.flatMap((row) => {
      const field = extraFieldOf(row)
      return field && typeof row.name === 'string' ? [[row.name, field] as const] : []
    })
    return pairs.length > 0 ? Object.fromEntries(pairs) : none
  }, [data, unit, units])
  return { fields, ready: record.name === 'extra_field' || !isPending }
}
