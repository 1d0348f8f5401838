import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SecurityPolicyService } from '@shucu/identity';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { Returns } from '../http/returns.decorator.js';
import { policyChangeSchema, policySchema } from './security-policy.schema.js';

@ApiTags('security-policy')
@Controller('v1/security-policy')
export class SecurityPolicyController {
  constructor(private readonly policies: SecurityPolicyService) {}

  @Get()
  @Requires('read', 'SecurityPolicy')
  @Returns(policySchema, 'What the tenant demands of passwords, sessions and second factors')
  get(@CurrentActor() actor: Actor) {
    return this.policies.get(actor);
  }

  @Put()
  @Requires('update', 'SecurityPolicy')
  @Returns(policySchema, 'The new policy; what it leaves out has its default')
  set(
    @CurrentActor() actor: Actor,
    @Body({ schema: policyChangeSchema }) { version, settings }: z.output<typeof policyChangeSchema>,
  ) {
    return this.policies.set(actor, version, settings);
  }
}
