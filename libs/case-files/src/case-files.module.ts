import { Module } from '@nestjs/common';
import { EvidenceModule } from '@shucu/evidence';
import { CaseFileService } from './case-file.service.js';

/** Whole cases to take away. */
@Module({ imports: [EvidenceModule], providers: [CaseFileService], exports: [CaseFileService] })
export class CaseFilesModule {}
