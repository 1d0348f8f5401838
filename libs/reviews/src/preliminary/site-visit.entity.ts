import { Column, Entity, PrimaryColumn } from 'typeorm';

/** On whose behalf somebody took part in a visit. */
export const VISIT_SIDES = ['office', 'applicant'] as const;

export interface VisitPerson {
  readonly side: (typeof VISIT_SIDES)[number];
  readonly name: string;
  readonly position: string | null;
}

/** One visit on site (现场查看, 第十一条); its photos are cited as evidence. */
@Entity('site_visit')
export class SiteVisit {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'application_id' })
  applicationId: string;

  /** Number of the submission that was current then. */
  @Column('int')
  submission: number;

  @Column('date', { name: 'visited_on' })
  visitedOn: string;

  @Column('text')
  place: string;

  @Column('jsonb')
  people: readonly VisitPerson[];

  @Column('text')
  findings: string;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;

  @Column({ type: 'timestamptz', name: 'voided_at', nullable: true })
  voidedAt: Date | null;

  /** Number of the submission that changed what was seen. */
  @Column('int', { name: 'voided_by_submission', nullable: true })
  voidedBySubmission: number | null;

  @Column('text', { name: 'void_reason', nullable: true })
  voidReason: string | null;
}
