import { Column, Entity } from 'typeorm';
import { SubjectColumns } from './subject-columns.js';

/** One thing the center holds: patent, standard, model, supplier, partner, expert, course … (资源台账). */
@Entity('resource')
export class Resource extends SubjectColumns {
  /** Kind of resource, id of the vocabulary. */
  @Column('text')
  kind: string;

  /** What a partner is, id of the vocabulary. */
  @Column('text', { name: 'partner_kind', nullable: true })
  partnerKind: string | null;

  @Column('date', { name: 'acquired_on' })
  acquiredOn: string;

  /** From this day on it no longer counts. */
  @Column('date', { name: 'retired_on', nullable: true })
  retiredOn: string | null;
}
