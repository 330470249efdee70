import { text } from '#engine/result/result'
import { contract, type RouteDescription } from '#platform/http/route-description'

const tag = '组织 · Organisation'
const calendar = '工作日历 · Working calendar'

export const organisationApi: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/api/organisation',
    tag,
    says: text('组织树', 'Units, organs and posts as they are arranged'),
    reply: contract('OrganisationReply'),
  },
  {
    method: 'post',
    path: '/api/organisation/order',
    tag,
    says: text('调整单位顺序', 'Arrange the units below a unit, or move some there'),
    body: contract('UnitOrder'),
    reply: contract('OrderReply'),
  },
  {
    method: 'post',
    path: '/api/organisation/organ-order',
    tag,
    says: text('调整机构顺序', 'Arrange the organs of a unit'),
    body: contract('OrganOrder'),
    reply: contract('OrderReply'),
  },
  {
    method: 'get',
    path: '/api/calendar',
    tag: calendar,
    says: text('某年的工作日历', 'The working calendar of a year'),
    query: { year: { says: 'year; absent: this one' } },
    reply: contract('CalendarReply'),
  },
  {
    method: 'post',
    path: '/api/calendar/notice',
    tag: calendar,
    says: text('录入放假通知', 'Enter a year’s notice of the State Council; tried unless dry_run is false'),
    body: contract('NoticeOrder'),
    reply: contract('NoticeReply'),
  },
]
