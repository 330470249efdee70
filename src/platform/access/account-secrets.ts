import { openText, placeOfText, type SealedColumn, sealText } from '#platform/crypto/sealed-text'
import type { Transaction } from '#platform/database/database'
import type { AccountRow } from './account-row'

/** Columns of an account from which whoever reads them could make codes; they are encrypted at rest. */
type SecretColumn = 'factor_secret' | 'factor_pending'

const sealedColumn = (column: SecretColumn): SealedColumn => ({ table: 'account', column })

export const secretColumns: readonly SealedColumn[] = [
  sealedColumn('factor_secret'),
  sealedColumn('factor_pending'),
]

/** The secret in the clear, or null where there is none. */
export async function openSecret(
  tx: Transaction,
  account: AccountRow,
  column: SecretColumn,
): Promise<string | null> {
  const stored = account[column]
  return stored === null ? null : openText(tx, placeOfText(sealedColumn(column), account), stored)
}

/** The secret as it is stored in that column of the account. */
export const sealSecret = (
  tx: Transaction,
  account: AccountRow,
  given: { readonly column: SecretColumn; readonly secret: string },
): Promise<string> => sealText(tx, placeOfText(sealedColumn(given.column), account), given.secret)
