import { text } from '#engine/result/result'
import { contract, type RouteDescription } from '#platform/http/route-description'

export const boardApi: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/api/board',
    tag: '看板 · Board',
    says: text('看板', 'The board of a unit'),
    query: {
      unit: { says: 'unit code; absent: the highest one you reach' },
      period: { says: 'period; absent: the latest' },
      ranking: { says: 'indicator to rank by' },
    },
    reply: contract('BoardReply'),
  },
]
