import { Checkbox, Input } from 'antd'
import type { ImportReport } from '#engine/records/reply'
import { useLanguage } from '#console/language/language'
import { ImportResult } from '../import-result'
import { words } from './mapping-words'

interface TrialProps {
  readonly report: ImportReport
  /** The name under which the mapping is kept; undefined: not. */
  readonly keepAs: string | undefined
  readonly suggested: string
  readonly mayKeep: boolean
  readonly onKeepAs: (name: string | undefined) => void
}

/** What the import would do, by the same trial as every import; and whether its mapping is kept. */
export function Trial({ report, keepAs, suggested, mayKeep, onKeepAs }: TrialProps) {
  const { t } = useLanguage()
  const asks = mayKeep && report.dry_run && report.refused === 0
  return (
    <>
      <ImportResult report={report} />
      {asks && (
        <div className="mapping-line">
          <Checkbox
            checked={keepAs !== undefined}
            onChange={(event) => onKeepAs(event.target.checked ? suggested : undefined)}
          >
            {t(words.keep)}
          </Checkbox>
          {keepAs !== undefined && (
            <Input
              size="small"
              className="mapping-name"
              aria-label={t(words.keepName)}
              maxLength={80}
              value={keepAs}
              onChange={(event) => onKeepAs(event.target.value)}
            />
          )}
        </div>
      )}
    </>
  )
}
