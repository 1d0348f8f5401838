import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What of an organization has a history. */
export type OrganizationField = 'name' | 'address' | 'legalRepresentative' | 'regionId';

/** What a field of an organization said through a day; from the next day on the next row says, in the end the organization itself. */
@Entity('organization_history')
export class OrganizationHistory {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: string;

  @PrimaryColumn('text')
  field: OrganizationField;

  @PrimaryColumn('date', { name: 'valid_through' })
  validThrough: string;

  @Column('text', { nullable: true })
  value: string | null;

  /** The change report (第十八条) that ended it. */
  @Column('uuid', { name: 'change_report_id' })
  changeReportId: string;
}

/** An organization that another one has taken the place of; a ban of the one is a ban of the other. */
@Entity('organization_succession')
export class OrganizationSuccession {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'predecessor_id' })
  predecessorId: string;

  @PrimaryColumn('uuid', { name: 'successor_id' })
  successorId: string;

  @Column('text')
  kind: 'merger' | 'split' | 'reorganisation';

  @Column('date', { name: 'effective_on' })
  effectiveOn: string;

  @Column('uuid', { name: 'change_report_id' })
  changeReportId: string;
}
