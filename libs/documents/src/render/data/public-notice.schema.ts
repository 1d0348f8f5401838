import { z } from 'zod';
import {
  contactSchema,
  day,
  listEntrySchema,
  officialParts,
  periodSchema,
  sha256Hex,
  text,
  year,
} from './document-parts.schema.js';

/** What a public notice says (公示, 第十三条). */
export const publicNoticeSchema = z.strictObject({
  ...officialParts,
  year,
  /** What is published, e.g. 2025年度拟公告工业互联网数字化转型促进中心名单. */
  subject: text,
  publishedOn: day,
  entries: z.array(listEntrySchema).min(1),
  period: periodSchema,
  /** Where objections go. */
  objections: contactSchema,
  /** Address of the public page, null where there is none. */
  portalAddress: text.nullable(),
  /** SHA-256 of the published snapshot of the list. */
  listHash: sha256Hex,
  /** The notice that this one renews for centers whose objection was upheld; null for a first one. */
  renews: z.strictObject({ number: text, reason: text }).nullable(),
});

export type PublicNoticeData = z.infer<typeof publicNoticeSchema>;
