import { text } from '#engine/result/result'
import { contract, type RouteDescription } from '#platform/http/route-description'

const lamps = '项目亮灯 · Project lamps'

export const lampsApi: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/api/project/{id}/lamps',
    tag: lamps,
    says: text(
      '项目今天的灯、判定说明和近十二个月',
      'A project’s lamps today, with their reasons and twelve months',
    ),
    reply: contract('ProjectLampsReply'),
  },
  {
    method: 'get',
    path: '/api/lamps/rules',
    tag: lamps,
    says: text('一个单位现行的亮灯规则', 'The rules of lamps that hold in a unit'),
    query: { unit: { says: '单位编号 · Unit code', required: true } },
    reply: contract('LampRulesReply'),
  },
  {
    method: 'post',
    path: '/api/lamps/rules/try',
    tag: lamps,
    says: text('试算规则：哪些灯会变，不保存', 'Try rules: which lamps would turn; nothing is kept'),
    body: contract('LampRulesInput'),
    reply: contract('LampTrialReply'),
  },
  {
    method: 'put',
    path: '/api/lamps/rules',
    tag: lamps,
    says: text('保存一个单位的规则，并重新判定', 'Keep a unit’s rules; its projects are judged anew'),
    body: contract('LampRulesInput'),
    reply: contract('LampRulesReply'),
  },
]
