import { readStored, writeStored } from '#console/preferences/stored-value'
import type { FormValues } from './form-values'

export interface Draft {
  readonly values: FormValues
  /** The version the draft was built on; 0 for a new row. */
  readonly version: number
}

const session = () => sessionStorage
const keyOf = (record: string, id: string | undefined) => `draft.${record}.${id ?? 'new'}`

/** What was typed and not saved survives a reload of this window. */
export const readDraft = (record: string, id: string | undefined): Draft | undefined =>
  readStored<Draft | undefined>(keyOf(record, id), undefined, session)

export const writeDraft = (record: string, id: string | undefined, draft: Draft | undefined): void =>
  writeStored(keyOf(record, id), draft, session)
