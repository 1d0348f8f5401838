import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApiTokensService } from '@shucu/identity';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns, ReturnsNothing } from '../http/returns.decorator.js';
import {
  apiTokenPageSchema,
  apiTokensSchema,
  issuedApiTokenSchema,
  newApiTokenSchema,
  ownTokenPageSchema,
} from './api-tokens.schema.js';

@ApiTags('api-tokens')
@Controller('v1')
export class ApiTokensController {
  constructor(private readonly tokens: ApiTokensService) {}

  @Get('me/api-tokens')
  @Requires('read', 'Self')
  @Returns(apiTokensSchema, 'My API tokens, a page, newest first')
  async listOwn(
    @CurrentActor() actor: Actor,
    @Query({ schema: ownTokenPageSchema }) page: z.output<typeof ownTokenPageSchema>,
  ) {
    return toPage(await this.tokens.listOwn(actor, page), page.limit);
  }

  @Post('me/api-tokens')
  @Requires('update', 'Self')
  @Returns(issuedApiTokenSchema, 'The new API token, shown once', 201)
  create(@CurrentActor() actor: Actor, @Body({ schema: newApiTokenSchema }) body: z.output<typeof newApiTokenSchema>) {
    return this.tokens.create(actor, body);
  }

  @Delete('me/api-tokens/:id')
  @Requires('update', 'Self')
  @ReturnsNothing('My API token is revoked')
  revokeOwn(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string): Promise<void> {
    return this.tokens.revokeOwn(actor, id);
  }

  @Get('api-tokens')
  @Requires('read', 'ApiToken')
  @Returns(apiTokensSchema, 'All API tokens of the tenant, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: apiTokenPageSchema }) page: z.output<typeof apiTokenPageSchema>,
  ) {
    return toPage(await this.tokens.list(actor, page), page.limit);
  }

  @Delete('api-tokens/:id')
  @Requires('update', 'ApiToken')
  @ReturnsNothing('The API token is revoked')
  revoke(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string): Promise<void> {
    return this.tokens.revoke(actor, id);
  }
}
