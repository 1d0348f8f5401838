import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import {
  RevocationCasesService,
  RevocationDecisionsService,
  RevocationsService,
  StatementsService,
} from '@shucu/revocations';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  decisionSchema,
  establishedFactsSchema,
  invitationSchema,
  newRevocationCaseSchema,
  reversalSchema,
  revocationCaseSchema,
  revocationCasesSchema,
  revocationFileSchema,
  revocationPageSchema,
  statementSchema,
  toRevocationFile,
} from './revocations.schema.js';

@ApiTags('revocation-cases')
@Controller('v1/revocation-cases')
export class RevocationsController {
  constructor(
    private readonly cases: RevocationCasesService,
    private readonly revocations: RevocationsService,
    private readonly statements: StatementsService,
    private readonly decisions: RevocationDecisionsService,
  ) {}

  @Post()
  @Requires('create', 'RevocationCase')
  @Returns(revocationCaseSchema, 'The opened case; the center hears of it by the invitation', 201)
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
    return toPage(await this.cases.list(actor, page), page.limit);
  }

  @Get(':id')
  @Requires('read', 'RevocationCase')
  @Returns(revocationFileSchema, 'One case with its evidence and its steps')
  async get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return toRevocationFile(await this.cases.file(actor, id));
  }

  @Put(':id/facts')
  @Requires('create', 'RevocationCase')
  @Returns(revocationCaseSchema, 'The case with these facts in place of the former ones')
  establish(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: establishedFactsSchema }) { version, facts }: z.output<typeof establishedFactsSchema>,
  ) {
    return this.revocations.establish(actor, id, version, facts);
  }

  @Post(':id/invitation')
  @Requires('create', 'RevocationCase')
  @Returns(revocationCaseSchema, 'The case; the center is invited to state its case until a day')
  invite(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: invitationSchema }) { version }: z.output<typeof invitationSchema>,
  ) {
    return this.revocations.invite(actor, id, version);
  }

  @Post(':id/statement')
  @Requires('state', 'RevocationCase')
  @Returns(revocationCaseSchema, 'The case with the statement of the center, or its waiver')
  state(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: statementSchema }) { version, ...input }: z.output<typeof statementSchema>,
  ) {
    return this.statements.state(actor, id, version, input);
  }

  @Post(':id/decision')
  @Requires('decide', 'RevocationCase')
  @Returns(revocationCaseSchema, 'The decided case; a revocation also issues its notice')
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: decisionSchema }) body: z.output<typeof decisionSchema>,
  ) {
    return this.decisions.decide(actor, id, body);
  }

  @Post(':id/reversal')
  @Requires('reverse', 'RevocationCase')
  @Returns(revocationCaseSchema, 'The case, reversed by a superior decision; its center is active again')
  reverse(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: reversalSchema }) body: z.output<typeof reversalSchema>,
  ) {
    return this.decisions.reverse(actor, id, body);
  }
}
