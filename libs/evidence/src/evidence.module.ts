import { Module } from '@nestjs/common';

/** What people do with evidence. */
@Module({})
export class EvidenceModule {}

/** What the worker does with evidence. */
@Module({})
export class EvidenceWorkerModule {}
