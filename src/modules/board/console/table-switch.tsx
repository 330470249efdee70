import { AppstoreOutlined, TableOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { boardWords } from './board-words'
import { colon } from './list-words'

interface TableSwitchProps {
  readonly asTable: boolean
  /** What is switched, for the button's name. */
  readonly name: string
  /** What the other view is called: 看图 or 看卡片. */
  readonly back?: Text
  readonly onSwitch: (asTable: boolean) => void
}

/** The table one click away. */
export function TableSwitch({ asTable, name, back = boardWords.asMap, onSwitch }: TableSwitchProps) {
  const { t, language } = useLanguage()
  const says = t(asTable ? back : boardWords.asTable)
  return (
    <Button
      type="text"
      size="small"
      className="no-print"
      icon={asTable ? <AppstoreOutlined aria-hidden="true" /> : <TableOutlined aria-hidden="true" />}
      aria-label={says + colon(language) + name}
      onClick={() => onSwitch(!asTable)}
    >
      {says}
    </Button>
  )
}
