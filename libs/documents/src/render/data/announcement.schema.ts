import { z } from 'zod';
import { day, listEntrySchema, officialParts, text, year } from './document-parts.schema.js';

/** What an announcement says (公告, 第十四条): the act that makes centers active. */
export const announcementSchema = z.strictObject({
  ...officialParts,
  year,
  entries: z.array(listEntrySchema).min(1),
  /** The notices that came before, and how many objections they had, all answered. */
  notices: z.array(z.strictObject({ number: text, publishedOn: day, through: day, objections: z.int().min(0) })).min(1),
  /** 公告之日. */
  announcedOn: day,
});

export type AnnouncementData = z.infer<typeof announcementSchema>;
