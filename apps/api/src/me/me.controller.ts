import { Body, Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MeService, PasswordsService, SessionsService } from '@shucu/identity';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { idSchema } from '../http/request.schema.js';
import { Returns, ReturnsNothing } from '../http/returns.decorator.js';
import { forgetSession, otherTenants } from '../sign-in/session-cookies.js';
import { meSchema, passwordChangeSchema, sessionsSchema } from './me.schema.js';

@ApiTags('me')
@Controller('v1/me')
export class MeController {
  constructor(
    private readonly me: MeService,
    private readonly sessions: SessionsService,
    private readonly passwords: PasswordsService,
  ) {}

  @Get()
  @Requires('read', 'Self')
  @Returns(meSchema, 'Who I am here and what I may do')
  async get(@CurrentActor() actor: Actor, @Req() request: FastifyRequest) {
    return { ...(await this.me.of(actor)), otherTenants: otherTenants(request) };
  }

  @Get('sessions')
  @Requires('read', 'Self')
  @Returns(sessionsSchema, 'My sessions that still hold, the latest first')
  async list(@CurrentActor() actor: Actor) {
    const sessions = await this.sessions.listOwn(actor);
    return sessions.map((session) => ({ ...session, isPresent: session.id === actor.sessionId }));
  }

  @Delete('sessions/:id')
  @Requires('update', 'Self')
  @ReturnsNothing('The session is over')
  async end(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.endOwn(actor, id);
    if (id === actor.sessionId) forgetSession(reply);
  }

  @Post('sessions/end-others')
  @Requires('update', 'Self')
  @ReturnsNothing('All my other sessions are over')
  async endOthers(@CurrentActor() actor: Actor): Promise<void> {
    await this.sessions.endAll(actor.accountId, 'endedElsewhere', actor.sessionId);
  }

  @Post('password')
  @Requires('update', 'Self')
  @ReturnsNothing('The password is changed; my other sessions are over')
  changePassword(
    @CurrentActor() actor: Actor,
    @Body({ schema: passwordChangeSchema }) { current, next }: z.output<typeof passwordChangeSchema>,
  ): Promise<void> {
    return this.passwords.change(actor, current, next);
  }
}
