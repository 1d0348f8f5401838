import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { ExportRecipientService } from '@shucu/tenants';
import type { z } from 'zod';
import { Returns } from '../http/returns.decorator.js';
import { exportRecipientSchema, newExportSchema } from './tenants.schema.js';

@ApiTags('administration')
@Controller('v1/export-recipient')
export class ExportRecipientController {
  constructor(private readonly recipients: ExportRecipientService) {}

  @Get()
  @Requires('read', 'ExportRecipient')
  @Returns(exportRecipientSchema, 'To whom an export of this tenant may be encrypted')
  get(@CurrentActor() actor: Actor) {
    return this.recipients.get(actor);
  }

  @Put()
  @Requires('update', 'ExportRecipient')
  @Returns(exportRecipientSchema, 'The new recipient of exports, whose key this platform does not have')
  set(
    @CurrentActor() actor: Actor,
    @Body({ schema: newExportSchema }) { recipient }: z.output<typeof newExportSchema>,
  ) {
    return this.recipients.set(actor, recipient);
  }
}
