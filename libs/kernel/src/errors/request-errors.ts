import type { ErrorSentences } from './error-sentences.js';

/** What is wrong with a request as such, or with the moment at which it comes. */
export const REQUEST_ERRORS = {
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
  'config.invalid': { kind: 'invalid', zh: '配置有误：{reason}', en: 'Wrong configuration: {reason}' },
} as const satisfies Record<string, ErrorSentences>;
