import { Module } from '@nestjs/common';

/** What people do with reviews. */
@Module({})
export class ReviewsModule {}

/** What the worker does with reviews. */
@Module({})
export class ReviewsWorkerModule {}
