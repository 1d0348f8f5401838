import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditDeskService } from '@shucu/audit';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { Returns } from '../http/returns.decorator.js';
import { auditAlgorithmSchema, newAuditAlgorithmSchema } from './audit.schema.js';

@ApiTags('audit')
@Controller('v1/audit-algorithm')
export class AuditAlgorithmController {
  constructor(private readonly desk: AuditDeskService) {}

  @Get()
  @Requires('read', 'AuditEntry')
  @Returns(auditAlgorithmSchema, 'With what new entries of the audit log are hashed')
  async get(@CurrentActor() actor: Actor) {
    return { algorithm: await this.desk.algorithm(actor) };
  }

  @Put()
  @Requires('configure', 'AuditEntry')
  @Returns(auditAlgorithmSchema, 'With what entries are hashed from this change on; those before keep theirs')
  async set(
    @CurrentActor() actor: Actor,
    @Body({ schema: newAuditAlgorithmSchema }) { algorithm }: z.output<typeof newAuditAlgorithmSchema>,
  ) {
    await this.desk.useAlgorithm(actor, algorithm);
    return { algorithm };
  }
}
