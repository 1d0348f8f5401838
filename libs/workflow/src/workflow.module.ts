import { Global, Module } from '@nestjs/common';
import { WorkflowService } from './workflow.service.js';

/** Steps of state machines, for every feature. */
@Global()
@Module({ providers: [WorkflowService], exports: [WorkflowService] })
export class WorkflowModule {}
