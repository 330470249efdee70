import type { AccessKind } from '#modules/organisation/domain/access-request'
import type { Role } from '#engine/records/role.data'

/** A made-up request for an account or a post; people and posts are named by the post they hold. */
export interface AskedAccess {
  readonly kind: AccessKind
  /** Unit of the request, where it is not the zone itself: index of the park. */
  readonly park?: number
  /** Working days from the end of the month being reported to the day it was asked. */
  readonly asked: number
  /** The post of the person it is for, or of the post that is to be ended or handed over. */
  readonly person?: string
  readonly held?: string
  /** Somebody who is not there yet. */
  readonly newcomer?: { readonly zh: string; readonly en: string; readonly mobile: string }
  readonly account?: string
  readonly post?: { readonly zh: string; readonly en: string; readonly role: Role; readonly organ?: number }
  /** Days from the asking to the first and the last day of the term. */
  readonly starts?: number
  readonly ends?: number
  readonly why: string
  /** Absent: it waits for a decision. */
  readonly decided?: {
    readonly state: 'granted' | 'refused'
    /** Working days after it was asked. */
    readonly after: number
    readonly words: string | null
  }
}

/** Oldest first. What is granted stands in the sample's accounts and posts just so. */
export const askedAccess: readonly AskedAccess[] = [
  {
    kind: 'open_account',
    asked: -17,
    person: '重大项目专员',
    account: 'xiang',
    why: '项目调度由纸质转为线上，专员需登录填报。',
    decided: { state: 'granted', after: 1, words: null },
  },
  {
    kind: 'open_account',
    asked: -12,
    newcomer: { zh: '吴清越', en: 'Wu Qingyue', mobile: '138-0000-2001' },
    account: 'wu.qy',
    why: '外包运维人员驻场期间需查看系统运行情况。',
    decided: {
      state: 'refused',
      after: 2,
      words: '外包人员不单独开设账号；运行情况由系统管理员按月提供。',
    },
  },
  {
    kind: 'give_post',
    asked: -9,
    person: '督办专员',
    post: { zh: '窗口值班负责人', en: 'Duty officer of the hall', role: 'hall_officer', organ: 5 },
    starts: 3,
    why: '服务大厅延时服务，安排值班负责人一名，与督办岗位交叉任职。',
    decided: { state: 'granted', after: 1, words: '同意，值班期间按窗口权限办理。' },
  },
  {
    kind: 'give_post',
    asked: -4,
    person: '综合专员',
    post: { zh: '经济运行科科员', en: 'Officer for economic analysis', role: 'economist', organ: 1 },
    starts: 2,
    why: '月报集中审核期间临时帮忙。',
    decided: { state: 'refused', after: 1, words: '临时帮忙不设岗；如需借调，请写明起止日期重新申请。' },
  },
  {
    kind: 'open_account',
    park: 1,
    asked: 5,
    newcomer: { zh: '方若宁', en: 'Fang Ruoning', mobile: '138-0000-2002' },
    account: 'fang.rn',
    post: { zh: '园区统计员（新任）', en: 'Statistician of the park (new)', role: 'statistician' },
    starts: 6,
    why: '新招录人员到岗，接手园区月报填报。',
  },
  {
    kind: 'give_post',
    asked: 7,
    person: '统计主管',
    post: { zh: '项目统计联络员', en: 'Liaison for project statistics', role: 'project_officer', organ: 4 },
    starts: 4,
    ends: 180,
    why: '重大项目入库纳统，需同时查看项目与统计数据。',
  },
  {
    kind: 'end_post',
    asked: 9,
    held: '生态环境专员',
    ends: 45,
    why: '该同志年底调离，岗位到期结束。',
  },
  {
    kind: 'hand_over',
    asked: 10,
    held: '人才服务专员',
    person: '科技创新专员',
    starts: 15,
    why: '科室分工调整，人才服务工作交接。',
  },
]
