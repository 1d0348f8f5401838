import { Announcement, AnnouncementEntry } from './announcement.entity.js';
import { Objection } from './objection.entity.js';
import { NoticeEntry, PublicNotice } from './public-notice.entity.js';

/** The tables of notices. */
export const NOTICE_ENTITIES = [PublicNotice, NoticeEntry, Objection, Announcement, AnnouncementEntry];
