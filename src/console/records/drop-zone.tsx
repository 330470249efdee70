import { InboxOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, type DragEvent } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'

const words = {
  choose: text('选择 Excel 文件，或把文件拖到这里', 'Choose an Excel file, or drop it here'),
  first: text('先试读，有问题不会写入任何一行。', 'It is read first; with any problem nothing is written.'),
  file: text('选择文件', 'Choose a file'),
  reading: text('正在读取…', 'Reading…'),
}

/** Where a file is chosen or dropped. */
export function DropZone({
  busy,
  onFile,
}: {
  readonly busy: boolean
  readonly onFile: (file: File) => void
}) {
  const { t } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    const file = event.dataTransfer.files[0]
    if (file) onFile(file)
  }
  return (
    <div className="drop-zone" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <InboxOutlined aria-hidden="true" />
      <p>{t(busy ? words.reading : words.choose)}</p>
      <p className="quiet">{t(words.first)}</p>
      <Button type="primary" loading={busy} onClick={() => input.current?.click()}>
        {t(words.file)}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onFile(file)
          event.target.value = ''
        }}
      />
    </div>
  )
}
