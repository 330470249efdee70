import { defineLifecycle } from '#engine/lifecycles/lifecycle'
import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'

const writers = ['project_officer', 'economist', 'leader', 'office_clerk'] as const
const signers = ['economist', 'leader'] as const

/** The steps by which a blocker is pressed for (两函一单): each has a series of numbers of its own. */
export const letterKinds = {
  assignment: text('交办函', 'Letter of assignment'),
  reminder: text('提醒函', 'Letter of reminder'),
  supervision: text('督办函', 'Letter of supervision'),
} as const

export type LetterKind = keyof typeof letterKinds

/** A letter about a blocker (函件), numbered when it is issued, followed until it is answered and closed. */
export const letter = defineRecord({
  name: 'letter',
  module: 'projects',
  label: text('函件', 'Letter'),
  about: text(
    '就堵点发给责任单位的交办函、提醒函、督办函',
    'A letter to the organ in charge of a blocker: assignment, reminder or supervision',
  ),
  scope: 'unit',
  within: 'project',
  title: 'subject',
  fields: {
    project: field.reference({ label: text('项目', 'Project'), to: 'project', required: true, fixed: true }),
    blocker: field.reference({ label: text('堵点', 'Blocker'), to: 'blocker', required: true, fixed: true }),
    kind: field.choice({
      label: text('函件种类', 'Kind'),
      required: true,
      fixed: true,
      options: letterKinds,
    }),
    number: field.text({
      label: text('文号', 'Number'),
      help: text('发函时由系统按种类和年度连续编号', 'Given when it is issued: one series a kind and year.'),
      max: 40,
      search: true,
      computed: true,
    }),
    series: field.text({ label: text('编号年度', 'Year of the series'), max: 4, computed: true }),
    serial: field.integer({ label: text('编号序数', 'Place in the series'), min: 1, computed: true }),
    organ: field.reference({ label: text('主送单位', 'Addressed to'), to: 'organ', required: true }),
    subject: field.text({ label: text('事由', 'Subject'), required: true, max: 120, search: true }),
    asked: field.text({ label: text('要求', 'What is asked'), required: true, max: 2000, multiline: true }),
    answer_by: field.date({ label: text('答复期限', 'Answer by'), required: true }),
    issued_on: field.date({ label: text('发函日期', 'Issued on'), computed: true }),
    signed_by: field.reference({ label: text('签发人', 'Signed by'), to: 'person', computed: true }),
    answer: field.text({ label: text('复函内容', 'Answer'), max: 2000, multiline: true }),
    answered_on: field.date({ label: text('复函日期', 'Answered on'), computed: true }),
  },
  unique: { number: ['kind', 'series', 'serial'] },
  lifecycle: defineLifecycle({
    initial: 'draft',
    states: {
      draft: { label: text('拟稿', 'Draft'), tone: 'neutral' },
      issued: { label: text('已发函', 'Issued'), tone: 'active', locked: true },
      answered: { label: text('已复函', 'Answered'), tone: 'good', locked: true },
      closed: { label: text('已办结', 'Closed'), tone: 'good', final: true, locked: true },
      withdrawn: { label: text('已撤回', 'Withdrawn'), tone: 'neutral', final: true, locked: true },
    },
    actions: {
      issue: {
        label: text('签发', 'Issue'),
        from: ['draft'],
        to: 'issued',
        rights: [...signers],
        confirm: text(
          '签发后编号，内容不能再改。签发吗？',
          'It is numbered, and can be changed no more. Issue it?',
        ),
      },
      answer: {
        label: text('登记复函', 'Note the answer'),
        from: ['issued'],
        to: 'answered',
        rights: [...writers],
        requires: ['answer'],
      },
      close: { label: text('办结', 'Close'), from: ['answered'], to: 'closed', rights: [...signers] },
      withdraw: {
        label: text('撤回', 'Withdraw'),
        from: ['draft', 'issued'],
        to: 'withdrawn',
        rights: [...signers],
        reason: 'required',
      },
    },
  }),
  rights: { read: [...businessRoles], create: [...writers], update: [...writers], remove: [] },
  list: {
    columns: ['number', 'kind', 'subject', 'project', 'unit_id', 'organ', 'issued_on', 'answer_by'],
    sort: '-issued_on,-created_at',
  },
  form: [
    {
      label: text('函件', 'Letter'),
      fields: ['project', 'blocker', 'kind', 'organ', 'subject', 'asked', 'answer_by'],
    },
    { label: text('复函', 'Answer'), fields: ['answer'] },
  ],
})
