import type { ErrorSentences } from './error-sentences.js';

/** What evidence refuses: uploads that do not fit, files that are not what they say, citations of what one has not. */
export const EVIDENCE_ERRORS = {
  'evidence.tooLarge': {
    kind: 'tooLarge',
    zh: '文件 {megabytes} MB，超过单个文件上限 {limit} MB',
    en: 'The file has {megabytes} MB, more than the {limit} MB of one file',
  },
  'evidence.quota': {
    kind: 'conflict',
    zh: '本单位的佐证材料已用 {used} MB，上限 {limit} MB，不能再上传',
    en: 'Your organization has used {used} of {limit} MB for evidence',
  },
  'evidence.tooManyUploads': {
    kind: 'conflict',
    zh: '您有 {limit} 个未完成的上传，请先完成或取消其中一个',
    en: 'You have {limit} unfinished uploads: finish or cancel one first',
  },
  'evidence.tooMany': {
    kind: 'invalid',
    zh: '一处最多引用 {limit} 个文件',
    en: 'At most {limit} files can be cited in one place',
  },
  'evidence.extension': {
    kind: 'invalid',
    zh: '不接受扩展名“{extension}”，可用：{known}',
    en: 'Files named .{extension} are not taken; known: {known}',
  },
  'evidence.content': {
    kind: 'invalid',
    zh: '文件名以“.{extension}”结尾，内容却是{found}：请上传与文件名一致的文件（文本须为 UTF-8 编码）',
    en: 'The file is named .{extension} but its content is {found}; text must be UTF-8',
  },
  'evidence.offset': {
    kind: 'conflict',
    zh: '应从第 {expected} 字节继续上传，而不是第 {given} 字节',
    en: 'The upload goes on at byte {expected}, not at {given}',
  },
  'evidence.beyondEnd': {
    kind: 'invalid',
    zh: '文件声明为 {bytes} 字节，发送的内容超出了它',
    en: 'The file was declared with {bytes} bytes; more was sent',
  },
  'evidence.partLost': {
    kind: 'conflict',
    zh: '已上传的部分已丢失，请取消并重新上传',
    en: 'What had arrived is lost: cancel the upload and begin again',
  },
  'evidence.unknown': {
    kind: 'invalid',
    zh: '所引用的文件不存在，或不是您可以引用的',
    en: 'A cited file does not exist or is not yours to cite',
  },
  'evidence.damaged': {
    kind: 'conflict',
    zh: '文件内容与上传时的 SHA-256 不一致或已缺失，已停止提供，请联系管理员',
    en: 'The file is missing or no longer has the SHA-256 it was stored with: it is not given out',
  },
  'evidence.tusVersion': {
    kind: 'precondition',
    zh: '不支持的 tus 协议版本，请用 1.0.0',
    en: 'Unsupported version of tus, use 1.0.0',
  },
} as const satisfies Record<string, ErrorSentences>;
