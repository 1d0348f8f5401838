import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditService } from '@shucu/audit';
import { type DocumentSummary, DocumentsService } from '@shucu/documents';
import { type CitedThen, EvidenceService } from '@shucu/evidence';
import { FileStore } from '@shucu/files';
import { canonicalJson, type IsoDate } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { statutoryToday, TenantContext } from '@shucu/tenancy';
import { auditAnchors, logText, stepsBefore, submissionsBefore } from './case-log.js';
import { type CaseKind, type CaseSubjects, caseSubjects } from './case-subjects.js';
import { PackageWriter } from './package-writer.js';

/** A case to take away, as it was at the end of a day; today where none is named. */
export interface CaseFileOrder {
  readonly kind: CaseKind;
  readonly id: string;
  readonly on?: IsoDate | undefined;
}

export interface CaseFile {
  readonly name: string;
  readonly content: Readable;
}

/**
 * A whole case as one archive, for any day of its life: its documents in three forms, the evidence with its hashes, what was
 * submitted, the steps with who took them and why, where the audit log tells of it, and a list of it all with SHA-256.
 */
@Injectable()
export class CaseFileService {
  constructor(
    private readonly documents: DocumentsService,
    private readonly evidence: EvidenceService,
    private readonly files: FileStore,
    private readonly audit: AuditService,
  ) {}

  /** Collects within the open transaction; every file is hashed as it is read. Throws `resource.notFound`. */
  async pack(actor: Actor, { kind, id, on: day }: CaseFileOrder): Promise<CaseFile> {
    conditionsOf(actor, 'read', 'CaseFile');
    const subjects = await caseSubjects(kind, id);
    const on = day ?? (await statutoryToday(TenantContext.manager));
    const end = await endOf(on);
    const writer = new PackageWriter();
    await this.addLog(writer, subjects, on, end);
    for (const document of await this.documents.ofSubjects(actor, subjects.ids, end)) {
      await this.addDocument(writer, document);
    }
    await this.addEvidence(writer, await this.evidence.asOf(subjects.ids, end));
    const content = writer.finish({ case: kind, id, title: subjects.title, asOf: on });
    const event = { action: 'caseFile.download', subject: kind, subjectId: id, result: 'done' } as const;
    await this.audit.note({ ...event, details: { on } });
    return { name: `${subjects.title} ${on}.zip`, content };
  }

  private async addLog(writer: PackageWriter, { ids, title }: CaseSubjects, on: IsoDate, end: Date): Promise<void> {
    const steps = await stepsBefore(ids, end);
    writer.add('过程/过程记录.txt', Buffer.from(logText(title, on, steps)));
    writer.add('过程/过程记录.json', Buffer.from(canonicalJson(steps)));
    writer.add('过程/审计日志索引.json', Buffer.from(canonicalJson(await auditAnchors(ids))));
    for (const submission of await submissionsBefore(ids, end)) {
      writer.add(`申报材料/第${submission.number}次提交.json`, Buffer.from(canonicalJson(submission)));
    }
  }

  private async addDocument(writer: PackageWriter, document: DocumentSummary): Promise<void> {
    const { tenantId, number, title, htmlHash, pdfHash, docxHash } = document;
    for (const [form, hash] of Object.entries({ html: htmlHash, pdf: pdfHash, docx: docxHash })) {
      if (!hash) continue;
      writer.add(`文书/${safe(`${number} ${title}`)}.${form}`, await this.files.get(tenantId, hash, form));
    }
  }

  private async addEvidence(writer: PackageWriter, cited: readonly CitedThen[]): Promise<void> {
    const { tenantId } = TenantContext;
    const list = cited.map(({ fileId, subjectKind, subjectId, place, name, bytes, sha256: hash, citedAt }) => {
      return { fileId, subjectKind, subjectId, place, name, bytes, sha256: hash, citedAt: citedAt.toISOString() };
    });
    writer.add('证明材料/清单.json', Buffer.from(canonicalJson(list)));
    const once = new Map(cited.map((file) => [file.sha256, file]));
    for (const { sha256: hash, name, extension } of once.values()) {
      const content = await this.files.get(tenantId, hash, extension);
      writer.add(`证明材料/${hash.slice(0, 12)} ${safe(name)}`, content);
    }
  }
}

/** 24:00 of a day in Asia/Shanghai. */
async function endOf(on: IsoDate): Promise<Date> {
  const [{ end }] = await TenantContext.manager.query<[{ end: Date }]>(
    `SELECT ($1::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' AS end`,
    [on],
  );
  return end;
}

/** A name that every system takes for a file. */
function safe(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 120);
}
