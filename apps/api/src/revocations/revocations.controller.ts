import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { RevocationsService } from '@shucu/revocations';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  decisionSchema,
  newRevocationCaseSchema,
  revocationCaseSchema,
  revocationCasesSchema,
  revocationPageSchema,
} from './revocations.schema.js';

@ApiTags('revocation-cases')
@Controller('v1/revocation-cases')
export class RevocationsController {
  constructor(private readonly revocations: RevocationsService) {}

  @Post()
  @Requires('create', 'RevocationCase')
  @Returns(revocationCaseSchema, 'The opened case', 201)
  open(
    @CurrentActor() actor: Actor,
    @Body({ schema: newRevocationCaseSchema }) body: z.output<typeof newRevocationCaseSchema>,
  ) {
    return this.revocations.open(actor, body);
  }

  @Get()
  @Requires('read', 'RevocationCase')
  @Returns(revocationCasesSchema, 'Revocation cases, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: revocationPageSchema }) page: z.output<typeof revocationPageSchema>,
  ) {
    return toPage(await this.revocations.list(actor, page), page.limit);
  }

  @Get(':id')
  @Requires('read', 'RevocationCase')
  @Returns(revocationCaseSchema, 'One case')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.revocations.get(actor, id);
  }

  @Post(':id/decision')
  @Requires('decide', 'RevocationCase')
  @Returns(revocationCaseSchema, 'The decided case; a revocation also issues its notice')
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: decisionSchema }) body: z.output<typeof decisionSchema>,
  ) {
    return this.revocations.decide(actor, id, body);
  }
}
