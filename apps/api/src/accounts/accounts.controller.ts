import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccountDirectory, AccountsService } from '@shucu/identity';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  accountChangeSchema,
  accountPageSchema,
  accountSchema,
  accountsSchema,
  invitedAccountSchema,
  newAccountSchema,
  rolesChangeSchema,
} from './accounts.schema.js';

@ApiTags('accounts')
@Controller('v1/accounts')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly directory: AccountDirectory,
  ) {}

  @Get()
  @Requires('read', 'Account')
  @Returns(accountsSchema, 'Accounts, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: accountPageSchema }) page: z.output<typeof accountPageSchema>,
  ) {
    return toPage(await this.directory.list(actor, page), page.limit);
  }

  @Post()
  @Requires('create', 'Account')
  @Returns(invitedAccountSchema, 'The invited account, and the link to hand over, which is shown once', 201)
  create(@CurrentActor() actor: Actor, @Body({ schema: newAccountSchema }) body: z.output<typeof newAccountSchema>) {
    return this.accounts.create(actor, body);
  }

  @Get(':id')
  @Requires('read', 'Account')
  @Returns(accountSchema, 'One account')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.directory.get(actor, id);
  }

  @Patch(':id')
  @Requires('update', 'Account')
  @Returns(accountSchema, 'The changed account')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: accountChangeSchema }) { version, change }: z.output<typeof accountChangeSchema>,
  ) {
    return this.accounts.update(actor, id, version, change);
  }

  @Put(':id/roles')
  @Requires('update', 'Account')
  @Returns(accountSchema, 'The account with exactly these roles, from the next request on')
  replaceRoles(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: rolesChangeSchema }) { version, roles }: z.output<typeof rolesChangeSchema>,
  ) {
    return this.accounts.replaceRoles(actor, id, version, roles);
  }
}
