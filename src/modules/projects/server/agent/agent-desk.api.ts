import { text } from '#engine/result/result'
import { contract, type RouteDescription } from '#platform/http/route-description'

export const agentDeskApi: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/api/agent-desk',
    tag: '帮办代办 · Agent service',
    says: text('帮办台：我的项目待办的手续', 'The desk of an agent: approvals that their projects wait for'),
    query: { agent: { says: 'Whose desk; one’s own unless given' } },
    reply: contract('AgentDeskReply'),
  },
]
