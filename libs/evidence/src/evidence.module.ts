import { Module } from '@nestjs/common';
import { MarkedMethodsModule } from '@shucu/jobs';
import { FileCheckWorker } from './checks/file-check.worker.js';
import { FileCheckWatch } from './checks/file-check-watch.js';
import { FileFindingsService } from './checks/file-findings.service.js';
import { EvidenceService } from './files/evidence.service.js';
import { EvidenceSubjects } from './files/evidence-subjects.js';
import { UploadsService } from './uploads/uploads.service.js';

/** What people do with evidence. Needs the file store and the audit log of global modules. */
@Module({
  imports: [MarkedMethodsModule],
  providers: [EvidenceSubjects, EvidenceService, UploadsService, FileFindingsService],
  exports: [EvidenceService, UploadsService, FileFindingsService],
})
export class EvidenceModule {}

/** What the worker does with evidence. */
@Module({ providers: [FileCheckWatch, FileCheckWorker] })
export class EvidenceWorkerModule {}
