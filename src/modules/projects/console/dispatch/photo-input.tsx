import { CameraOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import { text } from '#engine/result/result'
import { bytesWords } from '#console/language/format'
import { useLanguage } from '#console/language/language'

const words = {
  add: text('拍照或选图', 'Take or choose photos'),
  waiting: text('提交时上传', 'Sent with the report'),
}
const removeWords = (name: string) => text(`不上传 ${name}`, `Leave out ${name}`)

function Photo({ file, onRemove }: { readonly file: File; readonly onRemove: () => void }) {
  const { t } = useLanguage()
  const address = useMemo(() => URL.createObjectURL(file), [file])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return (
    <li>
      <img src={address} alt="" />
      <span>
        {file.name} <small className="quiet">{bytesWords(file.size)}</small>
      </span>
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={t(removeWords(file.name))}
        onClick={onRemove}
      />
    </li>
  )
}

interface PhotoInputProps {
  readonly photos: readonly File[]
  readonly onChange: (photos: readonly File[]) => void
}

/** Photos of the site: on a phone the camera is offered; they are sent when the report is kept. */
export function PhotoInput({ photos, onChange }: PhotoInputProps) {
  const { t } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="photos">
      <Button
        size="large"
        block
        icon={<CameraOutlined aria-hidden="true" />}
        onClick={() => input.current?.click()}
      >
        {t(words.add)}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={t(words.add)}
        onChange={(event) => {
          onChange([...photos, ...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {photos.length > 0 && (
        <ul aria-label={t(words.waiting)}>
          {photos.map((file, index) => (
            <Photo
              key={`${file.name}-${index}`}
              file={file}
              onRemove={() => onChange(photos.filter((one) => one !== file))}
            />
          ))}
        </ul>
      )}
    </div>
  )
}
