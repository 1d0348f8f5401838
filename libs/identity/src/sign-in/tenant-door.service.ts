import { Injectable } from '@nestjs/common';
import { AppError } from '@shucu/kernel';
import { currentTenant, TenancyService, type Tenant, TenantContext } from '@shucu/tenancy';

/** What anybody may know of a tenant before signing in: its names, and by what ways one comes in. */
export interface TenantDoor extends Pick<Tenant, 'code' | 'name' | 'department'> {
  readonly providers: readonly { slug: string; name: string }[];
}

/** The way into a tenant. A suspended one is answered like one that does not exist. */
@Injectable()
export class TenantDoorService {
  constructor(private readonly tenancy: TenancyService) {}

  of(code: string): Promise<TenantDoor> {
    const nobody = (): AppError => new AppError('resource.notFound');
    return this.tenancy.transactionByCode(code, nobody, async (manager) => {
      const { name, department } = await currentTenant();
      const providers = await manager.query<TenantDoor['providers']>(
        'SELECT slug, name FROM identity_provider WHERE tenant_id = $1 AND enabled ORDER BY slug',
        [TenantContext.tenantId],
      );
      return { code, name, department, providers };
    });
  }
}
