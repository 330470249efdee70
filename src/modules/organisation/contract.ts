import type { SessionEntry } from '#engine/records/session'
import { type Text, text } from '#engine/result/result'

/** Codes of the organisation module: status, what happened, how to mend it. */
export const organisationErrors = {
  children_changed: {
    status: 409,
    says: text('下级已有变化，顺序未保存', 'What lies below has changed; the order was not saved'),
    mend: text('请查看最新的顺序后重新调整', 'Look at the order as it is now and arrange it again.'),
  },
  unfit_parent: {
    status: 409,
    says: text('不能移到这个上级之下', 'It cannot lie under this parent'),
    mend: text(
      '高新区属于全国，园区属于高新区或园区',
      'A zone lies under the system, a park under a zone or a park.',
    ),
  },
  another_zone: {
    status: 409,
    says: text('不能移到另一个高新区', 'It cannot move to another zone'),
    mend: text(
      '数据归原高新区保管；请在目标高新区新建单位，并撤销原单位',
      'Its data stays with its zone: create a unit in the other zone and close this one.',
    ),
  },
  below_itself: {
    status: 409,
    says: text('不能移到自己的下级之下', 'It cannot lie below itself'),
    mend: text('请选择另一个上级', 'Choose another parent.'),
  },
  handover_before_start: {
    status: 422,
    says: text('交接日期不晚于任期开始', 'The date does not lie after the start of the term'),
    mend: text(
      '原任职人至少任职一天；请选更晚的日期',
      'The holder keeps the post one day at least: choose a later date.',
    ),
  },
  handover_after_end: {
    status: 422,
    says: text('交接日期晚于任期结束', 'The date lies after the end of the term'),
    mend: text('任期已到的岗位请新建任职', 'A term that is over is followed by a new post.'),
  },
  same_holder: {
    status: 422,
    says: text('接任人就是现任职人', 'That person holds the post already'),
    mend: text('请选择另一人', 'Choose another person.'),
  },
  no_holder: {
    status: 409,
    says: text('岗位空缺，没有可交接的人', 'The post is vacant: there is nobody to take it over from'),
    mend: text('请直接填写任职人', 'Enter the holder in the post itself.'),
  },
  unknown_person: {
    status: 422,
    says: text('没有这个人，或您无权查看', 'There is no such person, or you may not see them'),
    mend: text('请从人员名单中选择', 'Choose one from the list of people.'),
  },
  person_left: {
    status: 422,
    says: text('接任人届时已离职', 'That person will have left by then'),
    mend: text('请选择在职人员', 'Choose somebody who still works here.'),
  },
  three_administrators: {
    status: 409,
    says: text(
      '系统、安全、审计管理员不得由一人兼任，系统管理员也不得兼任业务岗位',
      'No person may hold two of the three administrators’ posts, nor a system administrator a post of the business',
    ),
    mend: text(
      '请选择另一人，或先结束其与之冲突的岗位',
      'Choose another person, or end the post that stands against it first.',
    ),
  },
  own_request: {
    status: 403,
    says: text(
      '不能审批自己提出或授予自己权限的申请',
      'Nobody decides on a request of their own or for themselves',
    ),
    mend: text('请由另一名安全管理员审批', 'Ask another security administrator to decide.'),
  },
  last_administrator: {
    status: 409,
    says: text('这是该单位最后一名此类管理员', 'This is the last administrator of this kind in the unit'),
    mend: text('请改用“交接岗位”，由他人接任', 'Hand the post over to somebody instead.'),
  },
  other_unit: {
    status: 422,
    says: text(
      '申请应在该岗位或人员所属的单位提出',
      'The request belongs to the unit of that post or person',
    ),
    mend: text('请选择同一单位', 'Choose the same unit.'),
  },
  account_taken: {
    status: 409,
    says: text('账号名已被使用', 'The account name is taken'),
    mend: text('请换一个账号名', 'Choose another account name.'),
  },
  has_account: {
    status: 409,
    says: text('此人已有账号', 'This person has an account already'),
    mend: text('忘记口令请申请“重置登录”', 'Ask to reset the sign-in where the password is lost.'),
  },
  no_account: {
    status: 409,
    says: text('此人没有账号', 'This person has no account'),
    mend: text('请先申请开通账号', 'Ask to open an account first.'),
  },
  post_is_over: {
    status: 409,
    says: text('岗位的任期已经结束', 'The term of this post is over'),
    mend: text('请选择在任的岗位', 'Choose a post that is still held.'),
  },
  ends_before_start: {
    status: 422,
    says: text('结束日期早于任期开始', 'The last day lies before the start of the term'),
    mend: text('请更正日期', 'Correct the date.'),
  },
  start_password_not_due: {
    status: 409,
    says: text('没有待发放的初始口令', 'No start password is due for this account'),
    mend: text('请先由系统管理员申请“重置登录”', 'The system administrator asks to reset the sign-in first.'),
  },
  not_yourself: {
    status: 409,
    says: text('不能对自己的账号进行此操作', 'You cannot do this to your own account'),
    mend: text('请由另一名安全管理员办理', 'Ask another security administrator.'),
  },
  notice_unreadable: {
    status: 422,
    says: text('通知没有读懂，未写入任何一天', 'The notice could not be read whole; no day was written'),
    mend: text('请按各行提示更正后重试', 'Correct the lines named and try again.'),
  },
} as const

const fitting: Readonly<Record<string, readonly string[]>> = {
  system: [],
  zone: ['system'],
  park: ['zone', 'park'],
}

/** Whether a unit of this kind may lie under one of that kind. */
export const fitsUnder = (kind: string, parent: string): boolean => fitting[kind]?.includes(parent) === true

/** A unit as the tree shows it; closed ones are not in it. */
export interface TreeUnit {
  readonly code: string
  readonly name: Text
  readonly kind: string
  readonly parent: string | null
  readonly position: number
  readonly version: number
  readonly sample: boolean
  /** Whether this person may move and change it. */
  readonly editable: boolean
}

/** Rows of one unit, without those of the units below it. */
export interface UnitCounts {
  readonly organs: number
  readonly people: number
  /** Posts whose term is running. */
  readonly posts: number
  /** Of these, without a holder. */
  readonly vacant: number
}

/** `GET /api/organisation` */
export interface OrganisationReply {
  readonly units: readonly TreeUnit[]
  /** Only what this person may read is counted; a unit without any is absent. */
  readonly counts: Readonly<Record<string, UnitCounts>>
}

export interface Placed {
  readonly id: string
  readonly version: number
}

/**
 * `POST /api/organisation/order`: afterwards these are the units under `unit`, in this order. One that lay elsewhere is
 * moved here; one that is missing has appeared meanwhile, and the order is refused.
 */
export interface UnitOrder {
  readonly unit: string
  readonly children: readonly Placed[]
}

/** `POST /api/organisation/organ-order`: the same for organs of a unit; `parent` null: at the top. */
export interface OrganOrder extends UnitOrder {
  readonly parent: string | null
}

export interface OrderReply {
  /** Rows that were written; what stood right already is left alone. */
  readonly changed: number
}

/** One day of the working calendar. */
export interface CalendarDay {
  readonly date: string
  readonly kind: 'holiday' | 'makeup_workday'
  readonly name: string
}

/** `GET /api/calendar?year` */
export interface CalendarReply {
  readonly year: number
  readonly days: readonly CalendarDay[]
  /** Years whose notice has been entered. */
  readonly covered: readonly number[]
  readonly editable: boolean
}

export interface NoticeOrder {
  readonly year: number
  /** The notice's text, or lines `date,kind,name`. */
  readonly text: string
  readonly dry_run: boolean
}

/** `POST /api/calendar/notice`: what the notice would change (dry run), or has changed. */
export interface NoticeReply {
  readonly dry_run: boolean
  readonly year: number
  readonly added: readonly CalendarDay[]
  readonly changed: readonly { readonly before: CalendarDay; readonly after: CalendarDay }[]
  readonly removed: readonly CalendarDay[]
  readonly unchanged: number
  /** What could not be read, by line from 1 (0: the text as a whole). With any of these nothing is written. */
  readonly problems: readonly { readonly line: number; readonly written: string; readonly says: Text }[]
  /** Open reports whose due date moved with the calendar; null: nothing was recomputed. */
  readonly moved: number | null
}

/** `GET /api/access/people/{person}`: the person's account, and to the security administrator its open sessions. */
export interface AccountReply {
  readonly account: {
    readonly account: string
    readonly blocked: boolean
    /** A start password may be given out, once. */
    readonly start_due: boolean
    readonly second_factor: boolean
    /** Locked for a while after wrong passwords. */
    readonly locked: boolean
    readonly last_sign_in: string | null
  } | null
  readonly sessions: readonly SessionEntry[]
}

/** `POST /api/access/people/{person}/start-password`: shown once, to be handed over in person. */
export interface StartPasswordReply {
  readonly account: string
  readonly password: string
  readonly until: string
}
