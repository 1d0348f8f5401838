import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdentityProvidersService } from '@shucu/identity';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  identityProviderChangeSchema,
  identityProviderSchema,
  identityProvidersSchema,
  newIdentityProviderSchema,
} from './identity-providers.schema.js';

@ApiTags('identity-providers')
@Controller('v1/identity-providers')
export class IdentityProvidersController {
  constructor(private readonly providers: IdentityProvidersService) {}

  @Get()
  @Requires('read', 'IdentityProvider')
  @Returns(identityProvidersSchema, 'All providers for single sign-on')
  list(@CurrentActor() actor: Actor) {
    return this.providers.list(actor);
  }

  @Post()
  @Requires('create', 'IdentityProvider')
  @Returns(identityProviderSchema, 'The new provider, and where it has to send people back to', 201)
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: newIdentityProviderSchema }) body: z.output<typeof newIdentityProviderSchema>,
  ) {
    return this.providers.create(actor, body);
  }

  @Get(':id')
  @Requires('read', 'IdentityProvider')
  @Returns(identityProviderSchema, 'One provider')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.providers.get(actor, id);
  }

  @Patch(':id')
  @Requires('update', 'IdentityProvider')
  @Returns(identityProviderSchema, 'The changed provider')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: identityProviderChangeSchema }) { version, change }: z.output<typeof identityProviderChangeSchema>,
  ) {
    return this.providers.update(actor, id, version, change);
  }
}
