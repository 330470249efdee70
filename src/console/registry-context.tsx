import { createContext, useContext } from 'react'
import { addressOf, type RecordType } from '#engine/records/record'
import type { ConsoleModule } from './module'

export interface Registry {
  readonly records: readonly RecordType[]
  readonly modules: readonly ConsoleModule[]
}

export const RegistryContext = createContext<Registry>({ records: [], modules: [] })

export const useRegistry = (): Registry => useContext(RegistryContext)

/** The record type at `/records/{address}`, if there is one. */
export function useRecordAt(address: string): RecordType | undefined {
  return useRegistry().records.find((record) => addressOf(record) === address)
}

export function useRecordNamed(name: string): RecordType | undefined {
  return useRegistry().records.find((record) => record.name === name)
}
