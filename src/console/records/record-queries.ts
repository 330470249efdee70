import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RecordType } from '#engine/records/record'
import { recordClient } from '#console/api/record-client'

export function useRecordClient(record: Pick<RecordType, 'name'>) {
  const { name } = record
  return useMemo(() => recordClient({ name }), [name])
}

/** A page of a list; the old rows stay while the new ones are on their way. */
export function useRecordList(record: RecordType, query: Readonly<Record<string, string>>, enabled = true) {
  const client = useRecordClient(record)
  return useQuery({
    queryKey: ['record', record.name, 'list', query],
    queryFn: ({ signal }) => client.list(query, signal),
    placeholderData: keepPreviousData,
    enabled,
  })
}

export function useRow(record: RecordType, id: string) {
  const client = useRecordClient(record)
  return useQuery({
    queryKey: ['record', record.name, 'row', id],
    queryFn: ({ signal }) => client.get(id, signal),
  })
}

/** A change to rows of this type: whatever shows them is read again afterwards. */
export function useRecordChange<Order, Reply>(record: RecordType, change: (order: Order) => Promise<Reply>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['record', record.name] }),
  })
}
