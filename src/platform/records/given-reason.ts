import { shown } from '#engine/records/problem'
import { type Text, text } from '#engine/result/result'
import { invalidInput } from './refusals'

const longest = 1000

/** The reason that a deed needs, which the ledger keeps; a single sign is none. */
export function givenReason(
  body: Readonly<Record<string, unknown>>,
  says: Text = text('必填', 'is required'),
): string {
  const { reason } = body
  if (typeof reason === 'string' && reason.trim().length >= 2) return reason.trim().slice(0, longest)
  throw invalidInput([
    {
      field: 'reason',
      code: 'required',
      value: shown(reason ?? ''),
      says,
      mend: text('请写明理由，将记入账本', 'Say what for: it is kept in the ledger.'),
    },
  ])
}
