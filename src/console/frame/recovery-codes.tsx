import { Modal } from 'antd'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import './sign-in.css'

const words = {
  title: text('保存恢复码', 'Keep your recovery codes'),
  says: text(
    '手机不在身边时，每个恢复码可代替验证码使用一次。请打印或抄写后妥善保管，关闭后不再显示。',
    'Each stands in for a code once, when the phone is not at hand. Print or copy them: they are not shown again.',
  ),
  kept: text('已保存', 'I have kept them'),
}

/** Recovery codes, told this once. */
export function RecoveryCodes({
  codes,
  onClose,
}: {
  readonly codes: readonly string[]
  readonly onClose: () => void
}) {
  const { t } = useLanguage()
  return (
    <Modal
      open
      title={t(words.title)}
      okText={t(words.kept)}
      cancelButtonProps={{ hidden: true }}
      closable={false}
      mask={{ closable: false }}
      onOk={onClose}
    >
      <p>{t(words.says)}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
