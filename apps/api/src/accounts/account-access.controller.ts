import { Controller, Delete, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccountAccessService } from '@shucu/identity';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { idSchema } from '../http/request.schema.js';
import { Returns, ReturnsNothing } from '../http/returns.decorator.js';
import { accountSchema, endedSessionsSchema, issuedLinkSchema } from './accounts.schema.js';

@ApiTags('accounts')
@Controller('v1/accounts/:id')
export class AccountAccessController {
  constructor(private readonly access: AccountAccessService) {}

  @Post('disablement')
  @Requires('update', 'Account')
  @Returns(accountSchema, 'The disabled account; its sessions, tokens and links are over')
  disable(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.access.disable(actor, id);
  }

  @Post('enablement')
  @Requires('update', 'Account')
  @Returns(accountSchema, 'The enabled account')
  enable(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.access.enable(actor, id);
  }

  @Post('links')
  @Requires('update', 'Account')
  @Returns(issuedLinkSchema, 'A link to set a password by, shown once; those before are void', 201)
  issueLink(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.access.issueLink(actor, id);
  }

  @Delete('sessions')
  @Requires('update', 'Account')
  @Returns(endedSessionsSchema, 'The person is signed out everywhere')
  async endSessions(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return { ended: await this.access.endSessions(actor, id) };
  }

  @Delete('second-factor')
  @Requires('update', 'Account')
  @ReturnsNothing('The lost second factor is taken away, and the person signed out')
  resetSecondFactor(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string): Promise<void> {
    return this.access.resetSecondFactor(actor, id);
  }
}
