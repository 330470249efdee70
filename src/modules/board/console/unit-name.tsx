import { text, type Text } from '#engine/result/result'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { SampleMark } from '#console/ui/sample-mark'
import type { BoardReply } from '../contract'

/** Whether a unit's data is made up and the board's own head does not say so already. */
export function useIsSampleAmongReal(board: BoardReply): (code: string) => boolean {
  const { units } = useSession()
  return (code) => !board.unit.sample && units.some((unit) => unit.code === code && unit.sample)
}

export const unitText = (board: BoardReply, code: string): Text => board.names[code] ?? text(code, code)

interface UnitNameProps {
  readonly board: BoardReply
  readonly code: string
}

/** Whose a line is; a line of the sample zone among those of real zones says that it is one. */
export function UnitName({ board, code }: UnitNameProps) {
  const { t } = useLanguage()
  const isSample = useIsSampleAmongReal(board)
  return (
    <>
      {t(unitText(board, code))} {isSample(code) && <SampleMark />}
    </>
  )
}
