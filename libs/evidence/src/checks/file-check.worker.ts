import { Injectable, Logger } from '@nestjs/common';
import { FileCorrupted, FileMissing, FileStore, PartFiles } from '@shucu/files';
import { type JobContext, OnJob } from '@shucu/jobs';
import { TenancyService } from '@shucu/tenancy';
import { CHECK_FILES } from './file-checks.jobs.js';
import { expiredUploads, type Faults, filesAfter, forgetUploads, keepFindings } from './file-checks.repository.js';
import type { FileFinding } from './file-finding.entity.js';

/** Files named in one statement. */
const PAGE = 200;

/** Reads every stored file that a row rests on and holds it against its hash; also takes away what is left of old uploads. */
@Injectable()
export class FileCheckWorker {
  private readonly logger = new Logger('Files');

  constructor(
    private readonly tenancy: TenancyService,
    private readonly files: FileStore,
    private readonly parts: PartFiles,
  ) {}

  @OnJob(CHECK_FILES)
  async check(_payload: object, { tenantId, transaction }: JobContext): Promise<void> {
    const tally = await this.hashAll(tenantId);
    const expired = await this.tenancy.transaction(tenantId, (manager) => expiredUploads(manager, tenantId));
    for (const id of expired) await this.parts.remove(tenantId, id);
    await transaction(async (manager) => {
      await keepFindings(manager, tenantId, tally);
      await forgetUploads(manager, tenantId, expired);
    });
    const { files, faults } = tally;
    if (faults.size > 0) this.logger.error(`Tenant ${tenantId}: ${faults.size} of ${files} files are faulty`);
  }

  private async hashAll(tenantId: string): Promise<{ files: number; faults: Faults }> {
    const faults = new Map<string, FileFinding['fault']>();
    let files = 0;
    for (let after = ''; ; ) {
      const page = await this.tenancy.transaction(tenantId, (manager) => filesAfter(manager, tenantId, after, PAGE));
      for (const file of page) {
        const fault = await this.faultOf(tenantId, file);
        if (fault) faults.set(file, fault);
        after = file;
      }
      files += page.length;
      if (page.length < PAGE) return { files, faults };
    }
  }

  private async faultOf(tenantId: string, file: string): Promise<FileFinding['fault'] | null> {
    const [hash = '', extension = ''] = file.split('.');
    try {
      await this.files.checked(tenantId, hash, extension);
      return null;
    } catch (error) {
      if (error instanceof FileMissing) return 'missing';
      if (error instanceof FileCorrupted) return 'damaged';
      throw error;
    }
  }
}
