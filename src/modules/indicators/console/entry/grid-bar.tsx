import {
  QuestionCircleOutlined,
  RedoOutlined,
  UndoOutlined,
  VerticalAlignBottomOutlined,
} from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import type { FindingReply } from '#modules/indicators/contract'
import { severities } from './grid-row'
import { SaveStateMark } from './save-state'
import type { Autosave } from './use-autosave'
import type { GridControl } from './use-grid-control'

const words = {
  undo: text('撤销', 'Undo'),
  redo: text('重做', 'Redo'),
  fill: text('向下填充', 'Fill down'),
  help: text('键盘与粘贴', 'Keys and paste'),
  clean: text('校验无问题', 'No findings'),
}

const help: readonly (readonly [string, Text])[] = [
  ['↑ ↓ ← →', text('移动；按住 Shift 选择，按住 Ctrl 到尽头', 'Move; Shift selects, Ctrl goes to the edge')],
  ['Enter · Tab', text('下一行；下一个填写格', 'Next row; next cell to fill in')],
  ['F2', text('修改格内文字', 'Edit what is there')],
  ['Esc', text('放弃输入；再按 Tab 离开表格', 'Give up typing; then Tab leaves the grid')],
  ['Delete', text('清空所选', 'Clear the selection')],
  [
    'Ctrl+C · Ctrl+V',
    text('与 Excel 互相复制；整张表按指标名称对应', 'Copy to and from Excel; a whole table goes by names'),
  ],
  ['Ctrl+D', text('用第一格填满所选', 'Fill the selection from its first cell')],
  ['Ctrl+Z · Ctrl+Y', text('撤销、重做', 'Undo, redo')],
  ['1.2亿 · 50+ · 约3', text('可带单位、千分位、全角和限定词', 'Units, separators and marks are understood')],
]

function HelpList() {
  const { t } = useLanguage()
  return (
    <dl className="grid-help">
      {help.map(([keys, says]) => (
        <div key={keys} style={{ display: 'contents' }}>
          <dt>{keys}</dt>
          <dd style={{ margin: 0 }}>{t(says)}</dd>
        </div>
      ))}
    </dl>
  )
}

const countWords = {
  error: (count: number) => text(`错误 ${count} 条`, `${count} errors`),
  warning: (count: number) => text(`提示 ${count} 条`, `${count} to check`),
}

interface FindingCountProps {
  readonly findings: readonly FindingReply[]
  /** Cells that cannot be read or were refused. */
  readonly errors: number
}

/** How many findings there are, said aloud when it changes. */
export function FindingCount({ findings, errors }: FindingCountProps) {
  const { t } = useLanguage()
  const count = (severity: FindingReply['severity']) =>
    findings.filter((finding) => finding.severity === severity).length + (severity === 'error' ? errors : 0)
  return (
    <span className="grid-bar" style={{ margin: 0 }} role="status">
      {findings.length + errors === 0 && <span className="quiet">{t(words.clean)}</span>}
      {(['error', 'warning'] as const).map(
        (severity) =>
          count(severity) > 0 && (
            <span key={severity} className="grid-count" data-severity={severity}>
              <span aria-hidden="true">{severities[severity].mark} </span>
              {t(countWords[severity](count(severity)))}
            </span>
          ),
      )}
    </span>
  )
}

interface GridBarProps {
  readonly control: GridControl
  readonly save: Autosave
  readonly findings: readonly FindingReply[]
  readonly notice: Text | undefined
}

/** Above the grid: what can be done in it, whether it is saved, what the rules have found. */
export function GridBar({ control, save, findings, notice }: GridBarProps) {
  const { t } = useLanguage()
  const { book, open } = control
  return (
    <div className="grid-bar">
      {open && (
        <span className="no-print">
          <Button
            type="text"
            icon={<UndoOutlined />}
            aria-label={t(words.undo)}
            title={t(words.undo)}
            disabled={!book.canUndo}
            onClick={book.undo}
          />
          <Button
            type="text"
            icon={<RedoOutlined />}
            aria-label={t(words.redo)}
            title={t(words.redo)}
            disabled={!book.canRedo}
            onClick={book.redo}
          />
          <Button
            type="text"
            icon={<VerticalAlignBottomOutlined />}
            aria-label={t(words.fill)}
            title={t(words.fill)}
            onClick={control.fillDown}
          />
          <Popover trigger="click" placement="bottomLeft" content={<HelpList />} destroyOnHidden>
            <Button
              type="text"
              icon={<QuestionCircleOutlined />}
              aria-label={t(words.help)}
              title={t(words.help)}
            />
          </Popover>
        </span>
      )}
      <FindingCount findings={findings} errors={control.rows.filter((view) => view.error).length} />
      <span role="status">{notice && t(notice)}</span>
      <span className="frame-space" />
      {open && <SaveStateMark save={save} />}
    </div>
  )
}
