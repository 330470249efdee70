import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { findAction, type LifecycleAction } from '#engine/lifecycles/lifecycle'
import type { ReplyRow, Titles } from '#engine/records/reply'
import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { ActionDialog } from '#console/records/action-dialog'
import { report, reportLifecycle } from '#modules/indicators/records/report'

const words = {
  wait: text('保存完成后可以操作', 'Possible once everything is saved'),
}

/** Acts that bring a report on; going back is never what a page suggests. */
const onward = new Set(['submit', 'verify', 'publish'])

interface ReportActionsProps {
  readonly row: ReplyRow
  readonly titles: Titles
  readonly title: Text
  /** Something typed is not on the server: an action now would leave it out. */
  readonly unsaved: boolean
}

/** What may be done with the report as a whole, in the order of its life. */
export function ReportActions({ row, titles, title, unsaved }: ReportActionsProps) {
  const { t } = useLanguage()
  const [chosen, setChosen] = useState<string>()
  const actions = row.may.flatMap((name): [string, LifecycleAction][] => {
    const action = findAction(reportLifecycle, name)
    return action ? [[name, action]] : []
  })
  const action = actions.find(([name]) => name === chosen)?.[1]
  return (
    <>
      {actions.map(([name, { label }]) => (
        <Tooltip key={name} title={unsaved ? t(words.wait) : undefined}>
          <Button
            type={onward.has(name) ? 'primary' : 'default'}
            disabled={unsaved}
            onClick={() => setChosen(name)}
          >
            {t(label)}
          </Button>
        </Tooltip>
      ))}
      {chosen && action && (
        <ActionDialog
          record={report}
          row={row}
          titles={titles}
          called={title}
          name={chosen}
          action={action}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  )
}
