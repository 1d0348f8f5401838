import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { BulkVerificationService } from '@shucu/records';
import type { z } from 'zod';
import { Returns } from '../http/returns.decorator.js';
import { bulkVerificationSchema, verificationOutcomesSchema } from './bulk-verification.schema.js';

@ApiTags('service-records')
@Controller('v1/service-records')
export class BulkVerificationController {
  constructor(private readonly verification: BulkVerificationService) {}

  @Post('verification')
  @Requires('verify', 'ServiceRecord')
  @Returns(verificationOutcomesSchema, 'What became of each record; all of them or none unless asked otherwise')
  async verify(
    @CurrentActor() actor: Actor,
    @Body({ schema: bulkVerificationSchema }) body: z.output<typeof bulkVerificationSchema>,
  ) {
    return { items: await this.verification.verify(actor, body) };
  }
}
