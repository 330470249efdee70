import { text } from '#engine/result/result'
import { contract, type RouteDescription } from '#platform/http/route-description'

const tag = '项目调度 · Monthly dispatch'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const unit = { says: 'unit code; everything below it is counted', required: true }
const month = { says: 'month such as 2026-10; absent: the one being reported' }
const language = { says: 'zh or en' }
const chosen = {
  unit,
  level: { says: 'levels, separated by commas' },
  age: { says: 'days since it was raised, at least' },
  blockers: { says: 'ids, separated by commas: these alone' },
}

export const dispatchApi: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/api/dispatch-desk',
    tag,
    says: text(
      '调度台：谁已报、谁未报、该发哪些函',
      'Who has reported, who has not, and which letters are due',
    ),
    query: { unit, month },
    reply: contract('DeskReply'),
  },
  {
    method: 'get',
    path: '/api/dispatch-report',
    tag,
    says: text('月度调度报告，每个数字附所属项目', 'The month’s report; every figure with its projects'),
    query: { unit, month },
    reply: contract('DispatchReport'),
  },
  {
    method: 'get',
    path: '/api/dispatch-report.docx',
    tag,
    says: text('月度调度报告（Word）', 'The month’s report as Word'),
    query: { unit, month, language },
    media: word,
  },
  {
    method: 'get',
    path: '/api/meeting-agenda',
    tag,
    says: text('协调会议题：未销号的堵点', 'Open blockers for a coordination meeting'),
    query: chosen,
    reply: contract('AgendaReply'),
  },
  {
    method: 'get',
    path: '/api/meeting-agenda.docx',
    tag,
    says: text('协调会议题（Word）', 'The agenda as Word'),
    query: { ...chosen, language },
    media: word,
  },
  {
    method: 'get',
    path: '/api/letter/{id}/document.docx',
    tag,
    says: text('函件（Word）', 'A letter as Word'),
    query: { language },
    media: word,
  },
]
