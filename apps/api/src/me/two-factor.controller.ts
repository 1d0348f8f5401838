import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TwoFactorSetupService } from '@shucu/identity';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { Returns, ReturnsNothing } from '../http/returns.decorator.js';
import { codeSchema, newTotpSchema, passwordProofSchema, recoveryCodesSchema } from './me.schema.js';

type Code = z.output<typeof codeSchema>;

@ApiTags('me')
@Controller('v1/me/two-factor')
export class TwoFactorController {
  constructor(private readonly setup: TwoFactorSetupService) {}

  @Post()
  @Requires('update', 'Self')
  @Returns(newTotpSchema, 'A secret for the authenticator, shown once; it counts from its confirmation on', 201)
  begin(
    @CurrentActor() actor: Actor,
    @Body({ schema: passwordProofSchema }) { password }: z.output<typeof passwordProofSchema>,
  ) {
    return this.setup.begin(actor, password);
  }

  @Post('confirmation')
  @Requires('update', 'Self')
  @Returns(recoveryCodesSchema, 'The second factor is set up; the recovery codes are shown once')
  async confirm(@CurrentActor() actor: Actor, @Body({ schema: codeSchema }) { code }: Code) {
    return { recoveryCodes: await this.setup.confirm(actor, code) };
  }

  @Post('recovery-codes')
  @Requires('update', 'Self')
  @Returns(recoveryCodesSchema, 'New recovery codes, shown once; the ones before are void')
  async renew(@CurrentActor() actor: Actor, @Body({ schema: codeSchema }) { code }: Code) {
    return { recoveryCodes: await this.setup.renewRecoveryCodes(actor, code) };
  }

  @Post('removal')
  @Requires('update', 'Self')
  @ReturnsNothing('The second factor is taken away')
  remove(@CurrentActor() actor: Actor, @Body({ schema: codeSchema }) { code }: Code): Promise<void> {
    return this.setup.remove(actor, code);
  }
}
