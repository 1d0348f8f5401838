import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EvidenceService } from './files/evidence.service.js';
import { EvidenceSubjects } from './files/evidence-subjects.js';
import { UploadsService } from './uploads/uploads.service.js';

/** What people do with evidence. Needs the file store and the audit log of global modules. */
@Module({
  imports: [DiscoveryModule],
  providers: [EvidenceSubjects, EvidenceService, UploadsService],
  exports: [EvidenceService, UploadsService],
})
export class EvidenceModule {}

/** What the worker does with evidence. */
@Module({})
export class EvidenceWorkerModule {}
