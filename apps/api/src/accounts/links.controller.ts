import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LinksService } from '@shucu/identity';
import { Public } from '@shucu/permissions';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Limited } from '../http/edge/limited.decorator.js';
import { Returns, ReturnsNothing } from '../http/returns.decorator.js';
import { rememberDevice } from '../sign-in/session-cookies.js';
import { tenantCodeSchema } from '../sign-in/sign-in.schema.js';
import { linkAcceptanceSchema, linkContentsSchema, linkInspectionSchema } from './links.schema.js';

@ApiTags('sign-in')
@Controller('v1/tenants/:code/links')
export class LinksController {
  constructor(private readonly links: LinksService) {}

  @Post('inspection')
  @Public()
  @Limited('signIn')
  @Returns(linkContentsSchema, 'What the link is for; it stays as good as it was')
  inspect(
    @Param('code', { schema: tenantCodeSchema }) tenantCode: string,
    @Body({ schema: linkInspectionSchema }) { token }: z.output<typeof linkInspectionSchema>,
  ) {
    return this.links.inspect({ tenantCode, token });
  }

  @Post('acceptance')
  @Public()
  @Limited('signIn')
  @ReturnsNothing('The password is set, and the link used up')
  async accept(
    @Param('code', { schema: tenantCodeSchema }) tenantCode: string,
    @Body({ schema: linkAcceptanceSchema }) { token, password }: z.output<typeof linkAcceptanceSchema>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    rememberDevice(request, reply, await this.links.accept({ tenantCode, token }, password));
  }
}
