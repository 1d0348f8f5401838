import { Injectable } from '@nestjs/common';
import { TenancyService } from '@shucu/tenancy';

/** Which tenants are active, as of the last look; the relay looks at every sweep. */
@Injectable()
export class ActiveTenants {
  private known: ReadonlySet<string> = new Set();

  constructor(private readonly tenancy: TenancyService) {}

  /** Whether the tenant was active at the last look; a suspension is seen at the next one. */
  wasActive(tenantId: string): boolean {
    return this.known.has(tenantId);
  }

  /** Looks again. Gives the ids in order of the tenants' codes. */
  async look(): Promise<ReadonlySet<string>> {
    this.known = new Set((await this.tenancy.listActive()).map(({ id }) => id));
    return this.known;
  }
}
