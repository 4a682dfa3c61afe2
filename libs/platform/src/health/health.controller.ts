import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Public } from '../access/declare.js';

/** For load balancers and supervisors. Says nothing about the inside. */
@Controller('health')
export class HealthController {
  constructor(private readonly database: DataSource) {}

  /** The process runs. */
  @Get('live')
  @Public('load balancers have no account')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can answer: its database does. 503 otherwise. */
  @Get('ready')
  @Public('load balancers have no account')
  async ready(): Promise<{ status: 'ok' }> {
    try {
      await this.database.query('SELECT 1');
      return { status: 'ok' };
    } catch {
      throw new ServiceUnavailableException({ status: 'unavailable' });
    }
  }
}
