import type { OwnDay } from '@shucu/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One day that a tenant entered or corrected, over whatever the State Council's notice says of it. */
@Entity('calendar_day')
export class EnteredDay {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('date')
  day: string;

  @Column('text')
  kind: OwnDay['kind'];

  /** What the arithmetic of a period calls the day. */
  @Column('text')
  name: string;

  @Column('text')
  reason: string;

  /** The document that says so, e.g. 国办发明电〔2024〕12号. */
  @Column('text')
  source: string;

  /** Counts changes; the next change must name it. */
  @Column('int')
  version: number;

  @Column('uuid', { name: 'entered_by' })
  enteredBy: string;

  @Column({ type: 'timestamptz', name: 'entered_at', insert: false, update: false })
  enteredAt: Date;
}
