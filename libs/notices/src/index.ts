export { Announcement, AnnouncementEntry } from './announcement.entity.js';
export { type AnnouncementPage, AnnouncementsService } from './announcements.service.js';
export { NOTICE_ABILITIES } from './notices.abilities.js';
export { NOTICE_ENTITIES } from './notices.entities.js';
export { NoticesModule, NoticesWorkerModule } from './notices.module.js';
export { CONSEQUENCES, OBJECTION_STATES, Objection } from './objection.entity.js';
export { OBJECTION_MACHINE } from './objection.machine.js';
export {
  type NewObjection,
  type ObjectionDecision,
  type ObjectionPage,
  type ObjectionReceipt,
  ObjectionsService,
} from './objections.service.js';
export { type NoticeWithEntries, PublicDesk } from './public-desk.service.js';
export { ENTRY_OUTCOMES, NoticeEntry, PublicNotice, type PublishedList } from './public-notice.entity.js';
export { PUBLIC_NOTICE_MACHINE } from './public-notice.machine.js';
export {
  type NewNotice,
  type NoticeCandidate,
  type NoticePage,
  PublicNoticesService,
} from './public-notices.service.js';
