import { Module } from '@nestjs/common';

/** What people do with case-files. */
@Module({})
export class CaseFilesModule {}

/** What the worker does with case-files. */
@Module({})
export class CaseFilesWorkerModule {}
