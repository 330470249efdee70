import type { Problem } from '#engine/records/problem'
import type { ChangedMeanwhile } from '#engine/records/reply'
import { type Text, text } from '#engine/result/result'

/** How one error code is told: HTTP status, what happened, how to mend it. */
export interface ErrorEntry {
  readonly status: number
  readonly says: Text
  readonly mend: Text
}

/** Codes of the kernel. Modules declare their own tables of the same shape beside their contract. */
export const kernelErrors = {
  bad_request: {
    status: 400,
    says: text('请求无法理解', 'The request cannot be understood'),
    mend: text('请按接口文档检查请求', 'Check the request against the API description.'),
  },
  invalid_input: {
    status: 422,
    says: text('填写的内容有问题', 'Some of what was entered cannot stand'),
    mend: text('请按各项提示更正后重试', 'Correct the fields named and try again.'),
  },
  not_signed_in: {
    status: 401,
    says: text('尚未登录或登录已过期', 'You are not signed in, or the session has ended'),
    mend: text('请登录', 'Sign in.'),
  },
  sign_in_refused: {
    status: 401,
    says: text('账号或密码不正确', 'Account or password is wrong'),
    mend: text('请核对后重试', 'Check both and try again.'),
  },
  account_locked: {
    status: 423,
    says: text('连续输错密码，账号已暂时锁定', 'Too many wrong passwords: the account is locked for a while'),
    mend: text('请稍后再试，或联系系统管理员', 'Try again later or ask the system administrator.'),
  },
  password_change_needed: {
    status: 403,
    says: text('需要修改密码', 'The password must be changed'),
    mend: text('请设置新密码后登录', 'Choose a new password to sign in.'),
  },
  start_password_over: {
    status: 403,
    says: text('初始口令已过期', 'The start password is no longer valid'),
    mend: text('请联系系统管理员申请重置登录', 'Ask the system administrator to have it reset.'),
  },
  second_factor_needed: {
    status: 401,
    says: text('还需要验证码', 'A code is needed as well'),
    mend: text(
      '请输入身份验证器上的六位验证码，或一个恢复码',
      'Enter the six digits of your authenticator app, or a recovery code.',
    ),
  },
  second_factor_wrong: {
    status: 401,
    says: text('验证码不正确或已用过', 'The code is wrong or has been used'),
    mend: text(
      '请输入身份验证器上当前的验证码；刚用过的，请等下一个',
      'Enter the code that the app shows now; if that has just been used, wait for the next.',
    ),
  },
  second_factor_to_enrol: {
    status: 403,
    says: text('您的岗位须启用二次验证', 'Your post needs a second factor'),
    mend: text(
      '请用身份验证器扫码，再输入验证码',
      'Scan the picture with an authenticator app and enter its code.',
    ),
  },
  second_factor_required: {
    status: 409,
    says: text('您的岗位须保留二次验证', 'Your post must keep the second factor'),
    mend: text('更换手机请重新启用', 'Set it up anew to change phones.'),
  },
  second_factor_absent: {
    status: 409,
    says: text('尚未启用二次验证', 'There is no second factor to act on'),
    mend: text('请先启用', 'Set it up first.'),
  },
  sso_refused: {
    status: 401,
    says: text('统一身份认证未能登录', 'Single sign-on did not sign you in'),
    mend: text(
      '请重试；若仍不行，请系统管理员核对账号绑定',
      'Try again; if it persists, ask the system administrator whether your account is bound.',
    ),
  },
  forbidden: {
    status: 403,
    says: text('您的岗位无此权限', 'Your post does not allow this'),
    mend: text('请由有权岗位办理', 'Ask a post that may do it.'),
  },
  cross_site: {
    status: 403,
    says: text('拒绝来自其他站点的请求', 'A request from another site is refused'),
    mend: text('请从本系统页面操作', 'Work from the pages of this system.'),
  },
  not_found: {
    status: 404,
    says: text('没有找到', 'Not found'),
    mend: text('请核对地址；也可能您无权查看', 'Check the address; or you may not be allowed to see it.'),
  },
  version_conflict: {
    status: 409,
    says: text('您打开之后，他人已修改', 'Somebody changed this after you opened it'),
    mend: text('请比较差异后重新保存', 'Compare the changes and save again.'),
  },
  version_missing: {
    status: 428,
    says: text('缺少版本号', 'The version is missing'),
    mend: text('请在 If-Match 中带上读取时的版本', 'Send the version you read in If-Match.'),
  },
  duplicate: {
    status: 409,
    says: text('已有相同的记录', 'There is already such a row'),
    mend: text('请修改已有记录，或更换编码、名称', 'Change the existing row, or use another code or name.'),
  },
  still_referred: {
    status: 409,
    says: text('仍有其他记录引用它', 'Other rows still refer to it'),
    mend: text('请先处理引用它的记录', 'Deal with the rows that refer to it first.'),
  },
  refers_to_nothing: {
    status: 422,
    says: text('引用的记录不存在', 'It refers to a row that does not exist'),
    mend: text('请选择已有的记录', 'Choose an existing row.'),
  },
  action_refused: {
    status: 409,
    says: text('当前状态不能进行此操作', 'The action is not possible in this state'),
    mend: text('请刷新后查看可进行的操作', 'Reload and see which actions are open.'),
  },
  too_large: {
    status: 413,
    says: text('内容过大', 'What was sent is too large'),
    mend: text('请拆分或压缩后重试', 'Split it or make it smaller.'),
  },
  unsupported_media: {
    status: 415,
    says: text('不支持这种格式', 'This format is not supported'),
    mend: text('请使用 JSON 或 Excel（.xlsx）', 'Use JSON or Excel (.xlsx).'),
  },
  file_not_as_named: {
    status: 415,
    says: text('文件不是其名称所说的类型', 'The file is not what its name says'),
    mend: text(
      '请选择照片、PDF、Word 或 Excel 原件',
      'Choose a photo, PDF, Word or Excel file as it was made.',
    ),
  },
  unreadable_file: {
    status: 422,
    says: text('文件无法读取', 'The file cannot be read'),
    mend: text('请用 Excel 另存为 .xlsx 后重试', 'Save it again as .xlsx and retry.'),
  },
  too_many_requests: {
    status: 429,
    says: text('请求过于频繁', 'Too many requests'),
    mend: text('请稍后再试', 'Try again in a moment.'),
  },
  database_away: {
    status: 503,
    says: text('数据库暂时无法访问', 'The database cannot be reached for the moment'),
    mend: text(
      '请稍后再试，未保存的内容仍在页面上',
      'Try again shortly; what you entered is still on the page.',
    ),
  },
  saved_perhaps: {
    status: 503,
    says: text(
      '保存时与数据库的连接中断，可能已经保存',
      'The connection to the database broke while saving: it may have been saved',
    ),
    mend: text('请刷新核对，没有再重新提交', 'Reload and look; send it again only if it is not there.'),
  },
  busy: {
    status: 503,
    says: text('系统繁忙', 'The server is busy'),
    mend: text(
      '请稍后再试，未保存的内容仍在页面上',
      'Try again in a moment; what you entered is still on the page.',
    ),
  },
  collided: {
    status: 503,
    says: text('他人同时在修改同一处', 'Somebody else was changing the same at that moment'),
    mend: text('请再试一次', 'Try again.'),
  },
  storage_full: {
    status: 507,
    says: text('服务器磁盘已满，没有保存', 'The disk of the server is full: nothing was saved'),
    mend: text(
      '请联系系统运维清理或扩容磁盘，之后重试；未保存的内容仍在页面上',
      'Ask the operator to make room on the disk, then try again; what you entered is still on the page.',
    ),
  },
  shutting_down: {
    status: 503,
    says: text('服务正在重启', 'The service is restarting'),
    mend: text('请稍后再试', 'Try again in a moment.'),
  },
  internal: {
    status: 500,
    says: text('系统内部错误', 'Something went wrong inside'),
    mend: text('请把请求编号告诉管理员', 'Tell the administrator the request id.'),
  },
} as const satisfies Record<string, ErrorEntry>

export type KernelErrorCode = keyof typeof kernelErrors

/** What an error carries besides its code. */
export interface ErrorData {
  readonly detail?: Text
  readonly problems?: readonly Problem[]
  readonly changed?: readonly ChangedMeanwhile[]
  readonly changed_by?: Text
  readonly version?: number
  /** Seconds after which to try again (Retry-After). */
  readonly retryAfter?: number
  readonly cause?: unknown
}

/** The one error that the server throws; its entry says how it is told over HTTP. */
export class AppError extends Error {
  constructor(
    readonly code: string,
    readonly entry: ErrorEntry,
    readonly data: ErrorData = {},
  ) {
    super(data.detail?.en ?? entry.says.en, { cause: data.cause })
    this.name = 'AppError'
  }
}

/** Makes a module's thrower: `const refuse = errorsOf(indicatorErrors)`, then `throw refuse('period_closed')`. */
export function errorsOf<const E extends Record<string, ErrorEntry>>(entries: E) {
  return (code: keyof E & string, data: ErrorData = {}) =>
    new AppError(code, entries[code] as ErrorEntry, data)
}

/** A kernel error, to be thrown. */
export const kernelError = errorsOf(kernelErrors)
