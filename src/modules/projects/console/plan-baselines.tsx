import { FlagOutlined } from '@ant-design/icons'
import { App, Button, Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import type { ReplyRow } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { recordClient } from '#console/api/record-client'
import { useLanguage } from '#console/language/language'
import { useRecordChange, useRecordList } from '#console/records/record-queries'
import { planBaseline } from '../records/plan-baseline'
import { useDrift } from './plan-queries'
import { planWords } from './plan-words'

const baselines = recordClient(planBaseline)

/** The project's baselines, the last taken first, and which of them the plan is compared with. */
export function useBaselines(project: string, version: number) {
  const { data } = useRecordList(planBaseline, { project, sort: '-taken_on,-created_at', size: '100' })
  const [chosen, setChosen] = useState<string>()
  const rows = data?.rows ?? []
  const shown = chosen ?? rows[0]?.id ?? ''
  const { data: drift } = useDrift(project, shown, version)
  return { rows, shown, choose: setChosen, drift: shown === '' ? undefined : drift }
}

export type Baselines = ReturnType<typeof useBaselines>

function TakeDialog({ project, onClose }: { readonly project: string; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const id = useId()
  const [name, setName] = useState('')
  const take = useRecordChange(planBaseline, () => baselines.create({ project, name_zh: name.trim() }))
  const submit = () => {
    if (!name.trim()) return
    take.mutate(undefined, {
      onSuccess: () => {
        void message.success(t(planWords.taken))
        onClose()
      },
    })
  }
  return (
    <Modal
      open
      title={t(planWords.take)}
      okText={t(planWords.take)}
      cancelText={t(planWords.drop)}
      okButtonProps={{ disabled: !name.trim() }}
      confirmLoading={take.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <p>{t(planWords.takeWhat)}</p>
      <label htmlFor={id}>{t(planBaseline.fields.name_zh.label)}</label>
      <Input
        id={id}
        autoFocus
        maxLength={60}
        value={name}
        placeholder={t(planBaseline.fields.name_zh.help)}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={submit}
      />
      {take.error && (
        <p className="field-error" role="alert">
          {t(wordsOf(take.error).message)}
        </p>
      )}
    </Modal>
  )
}

interface BaselineChoiceProps {
  readonly project: string
  readonly baselines: Baselines
  readonly mayTake: boolean
}

const nameOf = (row: ReplyRow, date: (day: string) => string) =>
  `${String(row.name_zh)} · ${date(String(row.taken_on))}`

/** Which baseline the plan is compared with, and a button that takes a new one. */
export function BaselineChoice({ project, baselines: kept, mayTake }: BaselineChoiceProps) {
  const { t, date } = useLanguage()
  const [taking, setTaking] = useState(false)
  const none = { value: '', label: t(text('不对比', 'None')) }
  return (
    <>
      {kept.rows.length > 0 && (
        <label className="plan-baseline">
          <span>{t(planWords.baseline)}</span>
          <Select
            size="small"
            aria-label={t(planWords.baseline)}
            value={kept.shown}
            options={[...kept.rows.map((row) => ({ value: row.id, label: nameOf(row, date) })), none]}
            popupMatchSelectWidth={false}
            onChange={kept.choose}
          />
        </label>
      )}
      {mayTake && (
        <Button size="small" icon={<FlagOutlined aria-hidden="true" />} onClick={() => setTaking(true)}>
          {t(planWords.take)}
        </Button>
      )}
      {taking && <TakeDialog project={project} onClose={() => setTaking(false)} />}
    </>
  )
}
