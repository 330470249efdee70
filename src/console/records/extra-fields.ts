import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ExtraFields } from '#engine/records/check-input'
import type { Field } from '#engine/records/field'
import type { RecordType } from '#engine/records/record'
import type { ReplyRow } from '#engine/records/reply'
import type { SessionUnit } from '#engine/records/session'
import { text, type Text } from '#engine/result/result'
import { recordClient } from '#console/api/record-client'
import { useSession } from '#console/api/session'
import { unitPath } from '#console/frame/unit-tree'

const none: ExtraFields = {}

/** Options as a zone writes them: one a line, `code=中文=English`, or just the name. */
export function readOptions(given: unknown): Record<string, Text> {
  if (given && typeof given === 'object' && !Array.isArray(given)) return given as Record<string, Text>
  const lines =
    typeof given === 'string' ? given.split(/[\n;；]/) : Array.isArray(given) ? given.map(String) : []
  const entries = lines
    .map((line) => line.split('=').map((part) => part.trim()))
    .filter(([code]) => Boolean(code))
    .map(([code = '', zh = code, en = zh]) => [code, text(zh, en)] as const)
  return Object.fromEntries(entries)
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '')

function fieldOf(row: ReplyRow): Field | undefined {
  const zh = words(row.label_zh)
  const label = text(zh, words(row.label_en) || zh)
  switch (row.kind) {
    case 'choice':
      return { kind: 'choice', label, options: readOptions(row.options) }
    case 'decimal':
      return { kind: 'decimal', label, decimals: 6 }
    case 'text':
    case 'integer':
    case 'boolean':
    case 'date':
    case 'period':
      return { kind: row.kind, label }
    default:
      return undefined
  }
}

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
      const field = fieldOf(row)
      return field ? [[words(row.name), field] as const] : []
    })
    return pairs.length > 0 ? Object.fromEntries(pairs) : none
  }, [data, unit, units])
  return { fields, ready: record.name === 'extra_field' || !isPending }
}
