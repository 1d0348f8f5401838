import type { AnnouncementData } from '../data/announcement.schema.js';
import type { ObjectionAnswerData } from '../data/objection-answer.schema.js';
import type { PublicNoticeData } from '../data/public-notice.schema.js';
import {
  SAMPLE_CENTER,
  SAMPLE_CONTACT,
  SAMPLE_ENTRIES,
  SAMPLE_HASH,
  SAMPLE_PERIOD,
  sampleOfficial,
} from './sample-parts.js';

const SUBJECT = '2025年度拟公告工业互联网数字化转型促进中心名单';

/** A notice over a working weekend. */
export const PUBLIC_NOTICE: PublicNoticeData = {
  ...sampleOfficial('公示〔2025〕1号', '2025-04-24'),
  year: 2025,
  subject: SUBJECT,
  publishedOn: '2025-04-24',
  entries: SAMPLE_ENTRIES,
  period: SAMPLE_PERIOD,
  objections: SAMPLE_CONTACT,
  portalAddress: 'https://cujin.example.cn/gansu/notices/1',
  listHash: SAMPLE_HASH,
  renews: null,
};

/** An objection that was not upheld. */
export const OBJECTION_ANSWER: ObjectionAnswerData = {
  ...sampleOfficial('甘工信发〔2025〕61号', '2025-05-08'),
  copies: ['兰州市工业和信息化局'],
  objector: '兰州某数字科技有限公司',
  notice: { subject: SUBJECT, number: '公示〔2025〕1号', publishedOn: '2025-04-24' },
  objection: {
    receipt: '异议〔2025〕1号',
    receivedOn: '2025-04-28',
    centerName: SAMPLE_CENTER.name,
    content: '反映该中心申报的实训人次包含牵头单位内部员工培训，不应计入。',
  },
  findings: ['经调取2024年度全部签到表和培训通知逐场核对，列入统计的286人次均为外部企业人员，内部员工培训未计入。'],
  upheld: false,
  answer: ['该中心申报数据属实，公示结果不变。'],
  consequence: null,
};

/** The announcement of the same list. */
export const ANNOUNCEMENT: AnnouncementData = {
  ...sampleOfficial('甘工信发〔2025〕64号', '2025-05-12'),
  year: 2025,
  entries: SAMPLE_ENTRIES,
  notices: [{ number: '公示〔2025〕1号', publishedOn: '2025-04-24', through: '2025-04-30', objections: 1 }],
  announcedOn: '2025-05-12',
};
