import { REPORT_SECTIONS, type ReportSection } from '@shucu/reports';
import { z } from 'zod';
import {
  changeOf,
  instantSchema,
  pageOf,
  pageSchema,
  prose,
  versionSchema,
  yearFilterSchema,
  yearSchema,
} from '../http/request.schema.js';

const states = ['draft', 'filed', 'returned', 'accepted'] as const;
const sections = Object.keys(REPORT_SECTIONS) as [ReportSection, ...ReportSection[]];
const sectionText = prose(20_000).nullable();

export const newAnnualReportSchema = z
  .strictObject({ centerId: z.uuid(), year: yearSchema })
  .meta({ id: 'NewAnnualReport' });

export const annualReportChangeSchema = changeOf({
  mainWork: sectionText,
  achievements: sectionText,
  problems: sectionText,
  nextPlan: sectionText,
  evidence: z.array(z.uuid()).max(50),
}).meta({ id: 'AnnualReportChange' });

export const annualFilingSchema = z.strictObject({ version: versionSchema }).meta({ id: 'AnnualFiling' });

const remarkSchema = z.strictObject({ section: z.enum([...sections, 'figures', 'evidence']), remark: prose(2_000) });

export const annualReturnSchema = z
  .strictObject({ version: versionSchema, reason: prose(2_000), remarks: z.array(remarkSchema).min(1).max(20) })
  .meta({ id: 'AnnualReturn' });

export const annualAcceptanceSchema = z
  .strictObject({ version: versionSchema, opinion: prose(2_000).optional() })
  .meta({ id: 'AnnualAcceptance' });

export const annualReportPageSchema = pageSchema.extend({
  year: yearFilterSchema.optional(),
  centerId: z.uuid().optional(),
  state: z.enum(states).optional(),
});

export const missingPageSchema = z.strictObject({ year: yearFilterSchema });

const totals = z.object({
  services: z.int(),
  enterprises: z.int(),
  trainees: z.int(),
  resourcesAdded: z.int(),
});

const figuresSchema = z
  .object({
    totals,
    previous: totals,
    services: z.array(
      z.object({
        type: z.string(),
        title: z.string(),
        count: z.int(),
        enterprises: z.int(),
        headcount: z.int(),
        verified: z.int(),
      }),
    ),
    months: z.array(z.int()),
    resources: z.array(z.object({ kind: z.string(), title: z.string(), added: z.int() })),
    facts: z.array(
      z.object({ name: z.string(), title: z.string(), value: z.string(), previous: z.string().nullable() }),
    ),
  })
  .meta({ id: 'AnnualFigures' });

const textsSchema = z.object({
  mainWork: z.string().optional(),
  achievements: z.string().optional(),
  problems: z.string().optional(),
  nextPlan: z.string().optional(),
});

const reportShape = {
  id: z.uuid(),
  centerId: z.uuid(),
  year: z.int(),
  dueOn: z.string(),
  arithmetic: z.string(),
  state: z.enum(states),
  texts: textsSchema,
  remarks: z.array(z.object({ section: z.string(), remark: z.string() })),
  filedOn: z.string().nullable(),
  daysLate: z.int().nullable(),
  version: z.int(),
};

export const annualReportSchema = z.object(reportShape).meta({ id: 'AnnualReport' });
export const annualReportsSchema = pageOf(annualReportSchema).meta({ id: 'AnnualReports' });

const filingSchema = z
  .object({
    number: z.int(),
    filedOn: z.string(),
    filedAt: instantSchema,
    filedBy: z.uuid(),
    snapshot: z.object({
      center: z.string(),
      lead: z.string(),
      year: z.int(),
      texts: textsSchema,
      figures: figuresSchema,
      evidence: z.array(z.object({ fileId: z.uuid(), name: z.string(), bytes: z.int(), sha256: z.string() })),
    }),
    snapshotHash: z.string(),
  })
  .meta({ id: 'AnnualReportFiling' });

/** With what the records say now, or said when it was filed. */
export const wholeAnnualReportSchema = z
  .object({
    ...reportShape,
    figures: figuresSchema,
    evidence: z.array(z.object({ fileId: z.uuid(), name: z.string(), bytes: z.int(), sha256: z.string() })),
    filings: z.array(filingSchema),
    steps: z.array(
      z.object({
        transition: z.string(),
        fromState: z.string().nullable(),
        toState: z.string(),
        reason: z.string().nullable(),
        actorId: z.uuid().nullable(),
        takenAt: instantSchema,
      }),
    ),
  })
  .meta({ id: 'WholeAnnualReport' });

export const missingReportsSchema = z
  .object({
    items: z.array(
      z.object({
        centerId: z.uuid(),
        name: z.string(),
        reportId: z.uuid().nullable(),
        dueOn: z.string().nullable(),
        isOverdue: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'MissingReports' });
