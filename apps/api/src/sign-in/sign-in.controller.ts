import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SessionSwitchService, SignInService, TenantDoorService } from '@shucu/identity';
import { AppError } from '@shucu/kernel';
import { Public } from '@shucu/permissions';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Limited } from '../http/edge/limited.decorator.js';
import { Returns, ReturnsNothing } from '../http/returns.decorator.js';
import { comingOf, forgetOther, otherTokens, presentSession, signedIn } from './session-cookies.js';
import { signInSchema, switchSchema, tenantCodeSchema, tenantDoorSchema } from './sign-in.schema.js';

@ApiTags('sign-in')
@Controller('v1')
export class SignInController {
  constructor(
    private readonly doors: TenantDoorService,
    private readonly signIns: SignInService,
    private readonly switches: SessionSwitchService,
  ) {}

  @Get('tenants/:code')
  @Public()
  @Limited('signIn')
  @Returns(tenantDoorSchema, 'What anybody may know of a tenant before signing in')
  door(@Param('code', { schema: tenantCodeSchema }) code: string) {
    return this.doors.of(code);
  }

  @Post('tenants/:code/sign-in')
  @Public()
  @Limited('signIn')
  @ReturnsNothing('Signed in: the session is in the cookie')
  async signIn(
    @Param('code', { schema: tenantCodeSchema }) tenantCode: string,
    @Body({ schema: signInSchema }) body: z.output<typeof signInSchema>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    signedIn(request, reply, await this.signIns.signIn({ tenantCode, ...body, ...comingOf(request) }));
  }

  @Post('session/switch')
  @Public()
  @Limited('signIn')
  @ReturnsNothing('Now in the other tenant, in which this browser had signed in as well')
  async switchTenant(
    @Body({ schema: switchSchema }) { tenantCode }: z.output<typeof switchSchema>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    try {
      presentSession(request, reply, await this.switches.switchTo(tenantCode, otherTokens(request)));
    } catch (error) {
      // A session that is over is not offered again.
      if (error instanceof AppError) forgetOther(request, reply, tenantCode);
      throw error;
    }
  }
}
