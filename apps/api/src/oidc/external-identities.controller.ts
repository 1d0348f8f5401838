import { Body, Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExternalIdentitiesService, OIDC_PROOF_ATTRIBUTES, OIDC_PROOF_COOKIE } from '@shucu/identity';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { idSchema } from '../http/request.schema.js';
import { Returns, ReturnsNothing } from '../http/returns.decorator.js';
import { externalIdentitiesSchema, newExternalIdentitySchema } from './oidc.schema.js';

@ApiTags('me')
@Controller('v1/me/external-identities')
export class ExternalIdentitiesController {
  constructor(private readonly identities: ExternalIdentitiesService) {}

  @Get()
  @Requires('read', 'Self')
  @Returns(externalIdentitiesSchema, 'My identities at providers, the latest first')
  list(@CurrentActor() actor: Actor) {
    return this.identities.listOwn(actor);
  }

  @Post()
  @Requires('update', 'Self')
  @ReturnsNothing('What was just proven at the provider is mine: from now on I may sign in by it')
  async link(
    @CurrentActor() actor: Actor,
    @Body({ schema: newExternalIdentitySchema }) { provider, password }: z.output<typeof newExternalIdentitySchema>,
    @Req() { cookies }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const proofCookie = cookies[OIDC_PROOF_COOKIE];
    await this.identities.linkOwn(actor, { slug: provider, proofCookie }, password);
    void reply.clearCookie(OIDC_PROOF_COOKIE, OIDC_PROOF_ATTRIBUTES);
  }

  @Delete(':id')
  @Requires('update', 'Self')
  @ReturnsNothing('The identity is no longer mine; my other sessions are over')
  unlink(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string): Promise<void> {
    return this.identities.unlinkOwn(actor, id);
  }
}
