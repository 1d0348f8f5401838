import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What of a center has a history. */
export type CenterField = 'name' | 'leadOrganizationId' | 'regionId';

/** What a field of a center said through a day; from the next day on the next row says, in the end the center itself. */
@Entity('center_history')
export class CenterHistory {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'center_id' })
  centerId: string;

  @PrimaryColumn('text')
  field: CenterField;

  @PrimaryColumn('date', { name: 'valid_through' })
  validThrough: string;

  @Column('text', { nullable: true })
  value: string | null;

  /** The change report (第十八条) that ended it. */
  @Column('uuid', { name: 'change_report_id' })
  changeReportId: string;
}

/** An organization that took part in a consortium until a day. */
@Entity('center_former_member')
export class CenterFormerMember {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'center_id' })
  centerId: string;

  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: string;

  /** Since the beginning where null. */
  @Column('date', { name: 'joined_on', nullable: true })
  joinedOn: string | null;

  /** The first day on which it no longer took part. */
  @PrimaryColumn('date', { name: 'left_on' })
  leftOn: string;

  @Column('uuid', { name: 'change_report_id' })
  changeReportId: string;
}
