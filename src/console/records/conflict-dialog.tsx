import { Modal, Radio } from 'antd'
import { useState } from 'react'
import type { RecordType } from '#engine/records/record'
import type { ChangedMeanwhile, ProblemReply, ReplyRow, Titles } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { FieldValue } from './field-value'
import type { FormValues } from './form-values'
import './sheet.css'

const words = {
  title: text('保存前，他人已修改这一条', 'Somebody changed this row before you saved'),
  field: text('字段', 'Field'),
  seen: text('您打开时', 'When you opened it'),
  now: text('现在', 'Now'),
  yours: text('您的填写', 'Yours'),
  keep: text('采用', 'Keep'),
  mine: text('用我的', 'Mine'),
  theirs: text('用他人的', 'Theirs'),
  taken: text('您未改动，采用他人的', 'Not touched by you: theirs'),
  save: text('按所选保存', 'Save as chosen'),
  back: text('返回修改', 'Back to the form'),
}
const by = (name: { zh: string; en: string }) =>
  text(
    `修改人：${name.zh}。两边都改过的字段，请逐项选择。`,
    `Changed by ${name.en}. Choose for each field both of you changed.`,
  )

interface ConflictProps {
  readonly record: RecordType
  readonly conflict: ProblemReply
  /** The row as it was when it was opened. */
  readonly opened: ReplyRow
  readonly mine: FormValues
  readonly titles: Titles
  readonly onSettle: (theirs: ReadonlySet<string>) => void
  readonly onBack: () => void
}

interface RowProps extends Pick<ConflictProps, 'record' | 'opened' | 'mine' | 'titles'> {
  readonly change: ChangedMeanwhile
  readonly theirs: boolean
  readonly onChoose: (theirs: boolean) => void
}

function ConflictRow({ record, opened, mine, titles, change, theirs, onChoose }: RowProps) {
  const { t } = useLanguage()
  const field = record.fields[change.field]
  const show = (value: unknown) =>
    field ? <FieldValue field={field} value={value} titles={titles} /> : JSON.stringify(value)
  const both = Object.hasOwn(mine, change.field)
  return (
    <tr>
      <th scope="row">{field ? t(field.label) : change.field}</th>
      <td>{show(opened[change.field])}</td>
      <td>{show(change.now)}</td>
      <td>{both ? show(mine[change.field]) : '—'}</td>
      <td>
        {both ? (
          <Radio.Group
            value={theirs ? 'theirs' : 'mine'}
            aria-label={field ? t(field.label) : change.field}
            options={[
              { value: 'mine', label: t(words.mine) },
              { value: 'theirs', label: t(words.theirs) },
            ]}
            onChange={(event) => onChoose(event.target.value === 'theirs')}
          />
        ) : (
          <span className="quiet">{t(words.taken)}</span>
        )}
      </td>
    </tr>
  )
}

/** What somebody else has changed meanwhile, field by field, and the choice between theirs and mine. */
export function ConflictDialog({ record, conflict, opened, mine, titles, onSettle, onBack }: ConflictProps) {
  const { t } = useLanguage()
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set())
  const choose = (name: string, taken: boolean) => {
    const next = new Set(theirs)
    if (taken) next.add(name)
    else next.delete(name)
    setTheirs(next)
  }
  return (
    <Modal
      open
      width={880}
      title={t(words.title)}
      okText={t(words.save)}
      cancelText={t(words.back)}
      onOk={() => onSettle(theirs)}
      onCancel={onBack}
    >
      {conflict.changed_by && <p>{t(by(conflict.changed_by))}</p>}
      <div className="sheet" role="region" aria-label={t(words.title)} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {[words.field, words.seen, words.now, words.yours, words.keep].map((head) => (
                <th key={head.zh} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(conflict.changed ?? []).map((change) => (
              <ConflictRow
                key={change.field}
                record={record}
                opened={opened}
                mine={mine}
                titles={titles}
                change={change}
                theirs={theirs.has(change.field)}
                onChoose={(taken) => choose(change.field, taken)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  )
}
