/** Every business error of the platform: its HTTP-free kind and its sentences, Chinese first (zh-CN), English complete. */
export const ERROR_CATALOGUE = {
  'validation.failed': {
    kind: 'invalid',
    zh: '提交的内容有误，共 {count} 处',
    en: '{count} fault(s) in what was sent',
  },
  'request.malformed': { kind: 'malformed', zh: '请求格式有误：{reason}', en: 'Malformed request: {reason}' },
  'request.tooLarge': {
    kind: 'tooLarge',
    zh: '请求内容超过上限（{limit}）',
    en: 'The body exceeds the limit ({limit})',
  },
  'request.unsupported': {
    kind: 'unsupported',
    zh: '不支持的内容类型，请用 application/json',
    en: 'Unsupported media type, send application/json',
  },
  'request.tooComplex': {
    kind: 'malformed',
    zh: '请求内容过于复杂：最多 {depth} 层，每个对象 {keys} 个字段，每个列表 {items} 项，共 {values} 个值',
    en: 'Too complex: at most {depth} levels, {keys} fields an object, {items} items a list, {values} values in all',
  },
  'request.forbiddenName': {
    kind: 'malformed',
    zh: '请求含有不允许的字段名',
    en: 'The request holds a name that no field may have',
  },
  'request.tooManyParameters': {
    kind: 'malformed',
    zh: '查询参数过多（上限 {limit} 个）',
    en: 'Too many query parameters (at most {limit})',
  },
  'request.urlTooLong': {
    kind: 'urlTooLong',
    zh: '请求地址超过 {limit} 个字符',
    en: 'The URL exceeds {limit} characters',
  },
  'request.headersTooLarge': {
    kind: 'headersTooLarge',
    zh: '请求头超过上限（{limit}）',
    en: 'The headers exceed the limit ({limit})',
  },
  'request.timeout': { kind: 'timeout', zh: '请求超时，请重试', en: 'The request took too long to arrive' },
  'request.methodNotAllowed': {
    kind: 'notAllowed',
    zh: '此地址不支持该方法，可用：{allowed}',
    en: 'Method not allowed here, allowed: {allowed}',
  },
  'request.tooMany': {
    kind: 'tooMany',
    zh: '请求过于频繁，请在 {seconds} 秒后重试',
    en: 'Too many requests, try again in {seconds} s',
  },
  'service.unavailable': { kind: 'unavailable', zh: '服务暂不可用：{reason}', en: 'Unavailable: {reason}' },
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
  'resource.notFound': { kind: 'notFound', zh: '未找到所请求的内容', en: 'Not found' },
  'conflict.stale': {
    kind: 'conflict',
    zh: '内容已被他人修改（当前版本 {current}，您基于版本 {given}），请刷新后重试',
    en: 'Changed by somebody else meanwhile (now version {current}, yours is {given})',
  },
  'request.unstorable': {
    kind: 'invalid',
    zh: '提交的内容含有无法保存的值，请检查日期、数值与文字',
    en: 'Something that was sent cannot be stored: check dates, numbers and texts',
  },
  'conflict.concurrent': {
    kind: 'conflict',
    zh: '同一内容正被他人修改，请刷新后重试',
    en: 'Somebody else is changing the same thing: refresh and try again',
  },
  'conflict.duplicate': { kind: 'conflict', zh: '{what}已存在', en: '{what} exists already' },
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
  'organization.creditCodeTaken': {
    kind: 'conflict',
    zh: '统一社会信用代码 {creditCode} 已登记',
    en: 'Credit code {creditCode} is registered already',
  },
  'center.leadTaken': {
    kind: 'conflict',
    zh: '该单位已牵头建设数促中心（第八条：原则上每个单位只建设 1 种类型）',
    en: 'The organization leads a center already (article 8)',
  },
  'center.leadBanned': {
    kind: 'conflict',
    zh: '该单位曾被撤销评价资格，两年内不得再次申报，至 {until} 止（第十七条）',
    en: 'The organization lost its qualification and may not apply again through {until} (article 17)',
  },
  'record.void': { kind: 'conflict', zh: '该记录已作废，不能再修改', en: 'The record is void and cannot be changed' },
  'record.centerClosed': {
    kind: 'conflict',
    zh: '该中心已{status}，不能再登记',
    en: 'The center is {status}: nothing can be recorded for it',
  },
  'ruleSet.none': {
    kind: 'conflict',
    zh: '本省在 {date} 没有生效的实施细则，请先启用一份',
    en: 'No rule set in force on {date}',
  },
  'ratingRun.exists': {
    kind: 'conflict',
    zh: '{year} 年度评估已由 {by} 于 {at} 启动，同一年度只有一次评估',
    en: 'The evaluation of {year} was started by {by} at {at}: one run a year',
  },
  'ratingRun.yearOpen': { kind: 'conflict', zh: '{year} 年尚未结束，不能评估', en: 'Year {year} has not ended' },
  'ratingRun.noCenters': {
    kind: 'conflict',
    zh: '{year} 年没有应参评的中心（公告次年起评估，第十六条）',
    en: 'No center is due for {year} (article 16)',
  },
  'ratingRun.yearEmpty': {
    kind: 'conflict',
    zh: '{year} 年没有任何服务记录、资源或填报数据，无法评估',
    en: 'Nothing was recorded for {year}',
  },
  'ratingRun.referenceMissing': {
    kind: 'conflict',
    zh: '{year} 年缺少参考数据：{figures}，请先录入（PUT /api/v1/reference-figures）',
    en: 'Reference data of {year} are missing: {figures}; enter them first',
  },
  'ratingRun.laterFinal': {
    kind: 'conflict',
    zh: '{later} 年度评估已定稿，不能再启动更早的 {year} 年度评估',
    en: 'Year {later} is finalised: the earlier year {year} can no longer be started',
  },
  'ratingRun.historyChanged': {
    kind: 'conflict',
    zh: '{earlier} 年度评估在本次计算之后才定稿，请重新计算 {year} 年度后再定稿',
    en: 'Year {earlier} was finalised after this computation: compute {year} again',
  },
  'ratingRun.outOfOrder': {
    kind: 'conflict',
    zh: '{earlier} 年度评估尚未定稿，请先完成再定稿 {year} 年度',
    en: 'Year {earlier} is not finalised yet: finalise it before {year}',
  },
  'ratingRun.state': {
    kind: 'conflict',
    zh: '评估处于“{state}”，此操作需要“{needed}”',
    en: 'The run is {state}; this needs {needed}',
  },
  'ratingRun.ownReview': {
    kind: 'forbidden',
    zh: '复核人不得自行定稿，须由另一名省级人员定稿',
    en: 'Another officer than the one who reviewed the run finalises it',
  },
  'ratingRun.errors': {
    kind: 'conflict',
    zh: '有 {count} 个中心计算出错，不能定稿：{centers}',
    en: '{count} center(s) in error, cannot finalise: {centers}',
  },
  'ratingRun.opinionsMissing': {
    kind: 'conflict',
    zh: '有 {count} 个中心的定性指标缺少专家评分，不能定稿：{centers}',
    en: '{count} center(s) lack expert scores, cannot finalise: {centers}',
  },
  'ratingRun.scoresChanged': {
    kind: 'conflict',
    zh: '{count} 个中心在计算之后又有新的专家评分，请重新计算后再定稿',
    en: 'Expert scores of {count} center(s) came after the computation: compute again',
  },
  'assessment.unknownCriterion': {
    kind: 'invalid',
    zh: '指标 {indicator} 没有定性评价标准 {criterion}，可用：{known}',
    en: 'Indicator {indicator} has no judged criterion {criterion}; known: {known}',
  },
  'assessment.computing': {
    kind: 'conflict',
    zh: '{year} 年度评估正在计算或定稿，请稍后再提交评分',
    en: 'The evaluation of {year} is being computed or finalised: score again in a moment',
  },
  'assessment.closed': {
    kind: 'conflict',
    zh: '{year} 年度评估已定稿，不能再评分',
    en: 'The evaluation of {year} is final: scores are closed',
  },
  'assignment.notAnExpert': {
    kind: 'invalid',
    zh: '没有这样的专家：只能指派已启用且具有专家角色的账号',
    en: 'There is no such expert: only an active account with the role of an expert can be assigned',
  },
  'assignment.ownOrganization': {
    kind: 'conflict',
    zh: '该专家属于此中心的牵头单位或联合体成员单位，不得指派，请另选专家',
    en: 'The expert belongs to an organization that leads the center or takes part in it: assign somebody else',
  },
  'assignment.exists': {
    kind: 'conflict',
    zh: '该专家已被指派评估此中心的 {year} 年度，无需重复指派',
    en: 'The expert is assigned to this center for {year} already',
  },
  'decision.ownOrganization': {
    kind: 'forbidden',
    zh: '不得对本单位（含联合体成员单位）的中心评分、核实或作出决定',
    en: 'Nobody scores, verifies or decides on a center of an organization of their own',
  },
  'record.ownRecord': {
    kind: 'forbidden',
    zh: '登记人不得核实自己登记的记录',
    en: 'Whoever recorded it does not verify it',
  },
  'revocation.state': {
    kind: 'conflict',
    zh: '撤销案件处于“{state}”，不能再作决定',
    en: 'The case is {state}: no decision can be made',
  },
  'revocation.openCase': {
    kind: 'conflict',
    zh: '该中心已有同一事由的未结撤销案件',
    en: 'The center has an open case on this ground',
  },
  'revocation.ownCase': {
    kind: 'forbidden',
    zh: '立案人不得对同一案件作出决定',
    en: 'Whoever opened the case does not decide on it',
  },
  'revocation.ground': {
    kind: 'invalid',
    zh: '“连续两次不合格”由系统依评估结果立案，不能手工立案',
    en: 'Two consecutive fails open a case by themselves',
  },
  'audit.busy': {
    kind: 'tooMany',
    zh: '审计日志正在核验或导出中，请等其完成后再试',
    en: 'The audit log is being verified or exported: try again when that has ended',
  },
  'audit.notAnExport': { kind: 'invalid', zh: '{file} 不是导出的审计日志', en: '{file} is no exported audit log' },
  'document.notReady': { kind: 'conflict', zh: '文书正在生成，请稍后再取', en: 'The document is still being produced' },
  'document.template': { kind: 'invalid', zh: '模板有误：{reason}', en: 'Faulty template: {reason}' },
  'plugin.faulty': { kind: 'invalid', zh: '类别插件有误：{faults}', en: 'Faulty category plugin: {faults}' },
  'plugin.unknown': { kind: 'invalid', zh: '没有类别 {id}，可用：{known}', en: 'No category {id}; known: {known}' },
  'calendar.uncovered': {
    kind: 'conflict',
    zh: '尚未录入 {year} 年的放假安排，不能推算期限',
    en: 'No holidays known for {year}',
  },
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
  'config.invalid': { kind: 'invalid', zh: '配置有误：{reason}', en: 'Wrong configuration: {reason}' },
} as const satisfies Record<string, ErrorSentences>;

export type ErrorKind =
  | 'invalid'
  | 'malformed'
  | 'tooLarge'
  | 'headersTooLarge'
  | 'urlTooLong'
  | 'timeout'
  | 'notAllowed'
  | 'tooMany'
  | 'unsupported'
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'unavailable';

export interface ErrorSentences {
  readonly kind: ErrorKind;
  readonly zh: string;
  readonly en: string;
}

export type ErrorCode = keyof typeof ERROR_CATALOGUE;
