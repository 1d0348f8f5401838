import { Controller, Get, HttpCode } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { AppError } from '@shucu/kernel';
import { Public } from '@shucu/permissions';
import { DataSource } from 'typeorm';

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The process answers. */
  @Get('health/live')
  @Public()
  @HttpCode(200)
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** The database answers too. */
  @Get('health/ready')
  @Public()
  async ready(): Promise<{ status: string }> {
    try {
      await this.dataSource.query('SELECT 1');
    } catch (cause) {
      throw new AppError('service.unavailable', { reason: 'PostgreSQL' }, [], { cause });
    }
    return { status: 'ok' };
  }
}
