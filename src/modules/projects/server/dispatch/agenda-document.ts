import type { Language } from '#engine/quantity/format-quantity'
import { text, type Text } from '#engine/result/result'
import type { AgendaReply } from '../../dispatch-contract'
import { body, heading, subtitle, table, title, wordFile } from './word-kit'

const shown = (one: AgendaReply['blockers'][number], t: (words: Text) => string) => {
  const nobody = '—'
  const due =
    one.due_on === null
      ? t(text('尚未交办', 'not assigned yet'))
      : one.overdue
        ? t(
            text(
              `${one.due_on}，逾期${one.days_late ?? 0}天`,
              `${one.due_on}, ${one.days_late ?? 0} days late`,
            ),
          )
        : one.due_on
  return [
    [t(text('项目', 'Project')), one.project_name],
    [t(text('问题', 'Problem')), [one.subject, one.details].filter(Boolean).join('\n')],
    [t(text('类型与层级', 'Kind and level')), `${t(one.category)} · ${t(one.level_label)}`],
    [
      t(text('责任单位、责任人', 'In charge')),
      `${one.organ ? t(one.organ) : nobody} ${one.handler ? t(one.handler) : ''}`,
    ],
    [
      t(text('提出与期限', 'Raised, due')),
      `${one.raised_on}（${t(text(`${one.age}天`, `${one.age} days`))}） · ${due}`,
    ],
    [t(text('已发函件', 'Letters')), one.letters.join('、') || nobody],
    [t(text('议定意见', 'What was decided')), '\n\n'],
  ]
}

/** The agenda: one matter a blocker, with room for what is decided. */
export async function agendaDocument(agenda: AgendaReply, language: Language) {
  const t = (given: Text) => given[language]
  const called = t(
    text(
      `${agenda.unit_name.zh}项目协调会议题`,
      `${agenda.unit_name.en}: agenda of the coordination meeting`,
    ),
  )
  const isSample = agenda.blockers.some(({ sample }) => sample)
  const sample = isSample ? ` · ${t(text('示范数据，非真实情况', 'sample, made up'))}` : ''
  const matters = agenda.blockers.flatMap((one, index) => [
    heading(t(text(`议题${index + 1}　${one.subject}`, `${index + 1}. ${one.subject}`))),
    table(
      [
        { head: t(text('事项', 'Matter')), wide: 24 },
        { head: t(text('内容', 'Content')), wide: 76 },
      ],
      shown(one, t),
    ),
  ])
  const none = body(t(text('没有符合条件的堵点。', 'No blocker fits.')))
  const count = text(
    `${agenda.today} · 共${agenda.blockers.length}项`,
    `${agenda.today} · ${agenda.blockers.length} matters`,
  )
  const bytes = await wordFile({
    title: called,
    header: `${called}${sample}`,
    children: [title(called), subtitle(t(count)), ...(matters.length > 0 ? matters : [none])],
  })
  return { name: called, bytes }
}
