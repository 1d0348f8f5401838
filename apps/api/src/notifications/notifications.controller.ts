import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OwnNotificationsService } from '@shucu/notifications';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns, ReturnsNothing } from '../http/returns.decorator.js';
import {
  notificationPageSchema,
  notificationSchema,
  notificationsSchema,
  preferenceSchema,
} from './notifications.schema.js';

@ApiTags('me')
@Controller('v1/me')
export class NotificationsController {
  constructor(private readonly notifications: OwnNotificationsService) {}

  @Get('notifications')
  @Requires('read', 'Self')
  @Returns(notificationsSchema, 'My messages, a page, newest first, and how many are unread')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: notificationPageSchema }) page: z.output<typeof notificationPageSchema>,
  ) {
    const unread = await this.notifications.unread(actor);
    return { ...toPage(await this.notifications.list(actor, page), page.limit), unread };
  }

  @Post('notifications/:id/reading')
  @Requires('update', 'Self')
  @Returns(notificationSchema, 'The message, which I have read')
  read(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.notifications.read(actor, id);
  }

  @Post('notifications/:id/reading-up-to')
  @Requires('update', 'Self')
  @ReturnsNothing('I have read this message and all before it')
  readUpTo(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string): Promise<void> {
    return this.notifications.readUpTo(actor, id);
  }

  @Get('notification-preference')
  @Requires('read', 'Self')
  @Returns(preferenceSchema, 'How I want to be told')
  preference(@CurrentActor() actor: Actor) {
    return this.notifications.preference(actor);
  }

  @Put('notification-preference')
  @Requires('update', 'Self')
  @Returns(preferenceSchema, 'How I want to be told from now on')
  prefer(
    @CurrentActor() actor: Actor,
    @Body({ schema: preferenceSchema }) preference: z.output<typeof preferenceSchema>,
  ) {
    return this.notifications.prefer(actor, preference);
  }
}
