import type { ErrorSentences } from './error-sentences.js';

/** Signing in, accounts, tenants and the audit log. */
export const ACCESS_ERRORS = {
  'auth.required': { kind: 'unauthenticated', zh: '请先登录', en: 'Authentication required' },
  'auth.refused': {
    kind: 'unauthenticated',
    zh: '登录未成功：请核对登录名、密码与动态口令（启用两步验证的账号须填写），或改用其他登录方式',
    en: 'Not signed in: check login name, password and, where a second factor is set up, its code',
  },
  'auth.throttled': {
    kind: 'tooMany',
    zh: '尝试次数过多，请在 {seconds} 秒后重试',
    en: 'Too many attempts: try again in {seconds} seconds',
  },
  'auth.linkInvalid': {
    kind: 'unauthenticated',
    zh: '链接无效、已使用或已过期，请联系管理员重新发送',
    en: 'The link is not valid, was used already or has expired: ask your administrator for a new one',
  },
  'auth.noPassword': {
    kind: 'conflict',
    zh: '您的账号没有本系统口令，请向管理员索取重置链接以设置口令',
    en: 'Your account has no password here: ask your administrator for a reset link to set one',
  },
  'auth.signInAnew': {
    kind: 'forbidden',
    zh: '请重新通过统一身份认证登录，并在 {minutes} 分钟内完成此操作',
    en: 'Sign in by your provider anew and do this within {minutes} minutes',
  },
  'auth.passwordRefused': { kind: 'forbidden', zh: '当前口令不正确', en: 'That is not your password' },
  'auth.codeRefused': {
    kind: 'forbidden',
    zh: '动态口令不正确或已使用过，请等待下一个动态口令',
    en: 'The code is not right or was used already: wait for the next one',
  },
  'auth.twoFactorSetUp': { kind: 'conflict', zh: '两步验证已启用', en: 'A second factor is set up already' },
  'auth.twoFactorNotBegun': { kind: 'conflict', zh: '尚未开始绑定两步验证', en: 'No second factor is being set up' },
  'auth.passwordFirst': {
    kind: 'forbidden',
    zh: '请先修改密码，再进行其他操作',
    en: 'Change your password first',
  },
  'auth.twoFactorFirst': {
    kind: 'forbidden',
    zh: '您的角色须启用两步验证，请先完成绑定',
    en: 'Your role requires a second factor: set it up first',
  },
  'auth.crossSite': {
    kind: 'forbidden',
    zh: '请求不是从本平台的页面发出的',
    en: 'The request did not come from a page of this platform',
  },
  'auth.sessionNeeded': {
    kind: 'forbidden',
    zh: '此操作须本人登录后进行，不能使用 API 令牌',
    en: 'You have to be signed in for this: an API token is not enough',
  },
  'auth.forbidden': { kind: 'forbidden', zh: '没有权限执行此操作', en: 'Not permitted' },
  'account.loginTaken': {
    kind: 'conflict',
    zh: '登录名 {login} 已被使用',
    en: 'The login {login} is taken',
  },
  'account.own': {
    kind: 'forbidden',
    zh: '不能变更本人账号的角色、状态与登录方式，请由另一位安全管理员办理',
    en: 'Nobody changes roles, status or ways of signing in of their own account: another administrator does',
  },
  'account.disabled': {
    kind: 'conflict',
    zh: '账号已停用，请先启用',
    en: 'The account is disabled: enable it first',
  },
  'apiToken.tooMany': {
    kind: 'conflict',
    zh: '有效的 API 令牌已达上限（{limit} 个），请先撤销不再使用的令牌',
    en: 'There are {limit} valid tokens already: revoke those no longer used',
  },
  'externalIdentity.unproven': {
    kind: 'conflict',
    zh: '请先通过单点登录验证身份（验证后 5 分钟内有效，仅可使用一次），再进行绑定',
    en: 'Sign in at the provider first: what it proves is good once, for five minutes',
  },
  'externalIdentity.taken': {
    kind: 'conflict',
    zh: '该单点登录身份已绑定账号',
    en: 'This identity belongs to an account already',
  },
  'externalIdentity.last': {
    kind: 'conflict',
    zh: '这是您唯一的登录方式：请先请管理员签发重置链接并设置密码，再解除绑定',
    en: 'This is your only way to sign in: have a reset link issued and set a password first',
  },
  'audit.busy': {
    kind: 'tooMany',
    zh: '审计日志正在核验或导出中，请等其完成后再试',
    en: 'The audit log is being verified or exported: try again when that has ended',
  },
  'audit.notAnExport': { kind: 'invalid', zh: '{file} 不是导出的审计日志', en: '{file} is no exported audit log' },
  'tenant.codeTaken': {
    kind: 'conflict',
    zh: '租户代码 {code} 已被使用（已销毁租户的代码不再启用）',
    en: 'Code {code} is taken; that of an erased tenant is never given again',
  },
  'tenant.status': {
    kind: 'conflict',
    zh: '租户{status}，此操作需要租户“{needed}”',
    en: 'The tenant is {status}; this needs {needed}',
  },
  'tenant.entered': {
    kind: 'conflict',
    zh: '该租户已有人启用账号，平台不能再发邀请；请由其管理员处理',
    en: 'Somebody has entered the tenant already: its own administrators invite from now on',
  },
  'tenant.erasureOrdered': {
    kind: 'conflict',
    zh: '该租户已有销毁申请，请先撤回再恢复使用',
    en: 'The erasure of this tenant is ordered: withdraw the order first',
  },
  'tenant.codeMismatch': {
    kind: 'invalid',
    zh: '输入的租户代码与要销毁的租户不一致',
    en: 'That is not the code of the tenant to be erased',
  },
  'tenant.orderOpen': {
    kind: 'conflict',
    zh: '该租户已有一项同类申请尚未完成',
    en: 'An order of this kind is open for the tenant already',
  },
  'tenant.orderState': {
    kind: 'conflict',
    zh: '申请“{state}”，不能再执行此操作',
    en: 'The order is {state}: this is no longer possible',
  },
  'tenant.ownOrder': {
    kind: 'forbidden',
    zh: '申请人不得确认自己的销毁申请，须由另一名平台运营人员确认',
    en: 'Another operator confirms the erasure, not the one who ordered it',
  },
  'tenant.freshOperator': {
    kind: 'forbidden',
    zh: '申请人或确认人在 {days} 日内通过邀请或重置链接启用过账号，满 {days} 日后方可确认销毁；也可由另一名平台运营人员确认',
    en: 'One of the two came in by a link within {days} days: confirm after that, or let another operator do so',
  },
  'tenant.exportNotReady': {
    kind: 'conflict',
    zh: '导出“{state}”，没有可下载的文件',
    en: 'The export is {state}: there is no archive to fetch',
  },
  'tenant.recipientUnknown': {
    kind: 'invalid',
    zh: '该租户的安全管理员尚未登记此公钥，不能据此导出',
    en: 'The security administrator of the tenant has not named this recipient: nothing is exported to it',
  },
  'tenant.stillServed': {
    kind: 'conflict',
    zh: '尚有 {count} 项在确认之前开始的操作未结束，稍后自动重试',
    en: '{count} transaction(s) from before the confirmation are still open: tried again in a moment',
  },
} as const satisfies Record<string, ErrorSentences>;
