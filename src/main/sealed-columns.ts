import { secretColumns } from '#platform/access/account-secrets'
import type { SealedColumn } from '#platform/crypto/sealed-text'
import { sealedColumns } from '#platform/records/sealed-fields'
import { allRecords } from './records'

/** Every column that is encrypted at rest: the marked fields of records, and the secrets of accounts. */
export const allSealedColumns: readonly SealedColumn[] = [...sealedColumns(allRecords), ...secretColumns]
