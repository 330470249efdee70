import { Input, Modal } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'

const words = {
  cancel: text('取消', 'Cancel'),
  reason: text('理由', 'Reason'),
  optional: text('理由（可不填）', 'Reason (optional)'),
  needed: text('请写明理由', 'Give a reason.'),
}

interface ConfirmProps {
  readonly title: Text
  /** What will happen, in a sentence. */
  readonly says?: Text | undefined
  /** The verb on the button: never a bare OK. */
  readonly verb: Text
  readonly danger?: boolean
  readonly reason?: 'required' | 'optional' | undefined
  readonly busy?: boolean
  readonly onConfirm: (reason: string | undefined) => void
  readonly onCancel: () => void
  /** Further inputs and error messages. */
  readonly children?: ReactNode
}

interface ReasonProps {
  readonly reason: 'required' | 'optional'
  readonly value: string
  /** It is needed and was not given. */
  readonly late: boolean
  readonly onChange: (value: string) => void
}

function ReasonInput({ reason, value, late, onChange }: ReasonProps) {
  const { t } = useLanguage()
  const id = useId()
  return (
    <div className="form-field">
      <label htmlFor={id}>{t(reason === 'required' ? words.reason : words.optional)}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 3, maxRows: 8 }}
        maxLength={500}
        value={value}
        aria-invalid={late}
        aria-describedby={`${id}-late`}
        {...(late && { status: 'error' as const })}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-late`} className="field-error" role="alert">
        {late ? t(words.needed) : ''}
      </p>
    </div>
  )
}

/** The question before something that cannot be undone, with the reason where one is asked. */
export function Confirm(props: ConfirmProps) {
  const { title, says, verb, danger = false, reason, busy = false, onConfirm, onCancel, children } = props
  const { t } = useLanguage()
  const [given, setWords] = useState('')
  const [late, setLate] = useState(false)
  const missing = reason === 'required' && !given.trim()
  const confirm = () => {
    setLate(missing)
    if (!missing) onConfirm(given.trim() || undefined)
  }
  return (
    <Modal
      open
      title={t(title)}
      okText={t(verb)}
      cancelText={t(words.cancel)}
      okButtonProps={{ danger, loading: busy }}
      onOk={confirm}
      onCancel={onCancel}
    >
      {says && <p>{t(says)}</p>}
      {children}
      {reason && <ReasonInput reason={reason} value={given} late={late && missing} onChange={setWords} />}
    </Modal>
  )
}
