import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { AppError } from '@shucu/kernel';
import { Public } from '@shucu/permissions';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Limited } from '../http/edge/limited.decorator.js';
import { Returns } from '../http/returns.decorator.js';

const healthSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The process answers. */
  @Get('health/live')
  @Public()
  @Limited('none')
  @Returns(healthSchema, 'The process answers')
  live(): z.output<typeof healthSchema> {
    return { status: 'ok' };
  }

  /** The database answers too. */
  @Get('health/ready')
  @Public()
  @Limited('none')
  @Returns(healthSchema, 'The database answers too')
  async ready(): Promise<z.output<typeof healthSchema>> {
    try {
      await this.dataSource.query('SELECT 1');
    } catch (cause) {
      throw new AppError('service.unavailable', { reason: 'PostgreSQL' }, [], { cause });
    }
    return { status: 'ok' };
  }
}
