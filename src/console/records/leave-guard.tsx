import { useBlocker } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'

const words = {
  title: text('有未保存的内容', 'Something is not saved'),
  says: text(
    '离开后，草稿会保留在本窗口，回来可以继续填写。',
    'The draft is kept in this window; you can come back to it.',
  ),
  stay: text('继续填写', 'Stay'),
  keep: text('保留草稿并离开', 'Leave, keep the draft'),
  drop: text('放弃并离开', 'Discard and leave'),
}

interface LeaveGuardProps {
  readonly isDirty: () => boolean
  readonly onDiscard: () => void
}

/** Asks before leaving a form that holds something unsaved. */
export function LeaveGuard({ isDirty, onDiscard }: LeaveGuardProps) {
  const { t } = useLanguage()
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => {
      const moved = current.pathname !== next.pathname
      const from = current.search as { open?: string; edit?: string }
      const to = next.search as { open?: string; edit?: string }
      return isDirty() && (moved || from.open !== to.open || from.edit !== to.edit)
    },
    enableBeforeUnload: false,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  const discard = () => {
    onDiscard()
    blocker.proceed()
  }
  return (
    <Modal
      open
      title={t(words.title)}
      onCancel={blocker.reset}
      footer={[
        <Button key="drop" danger onClick={discard}>
          {t(words.drop)}
        </Button>,
        <Button key="keep" onClick={blocker.proceed}>
          {t(words.keep)}
        </Button>,
        <Button key="stay" type="primary" onClick={blocker.reset}>
          {t(words.stay)}
        </Button>,
      ]}
    >
      <p>{t(words.says)}</p>
    </Modal>
  )
}
