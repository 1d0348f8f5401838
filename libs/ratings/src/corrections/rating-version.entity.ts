import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RatingResult } from '../rating.entity.js';

/** A version of a rating that was corrected since, as it was. */
@Entity('rating_version')
export class RatingVersion extends RatingResult {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'rating_id' })
  ratingId: string;

  @PrimaryColumn('int')
  version: number;

  /** By the statutory clock. */
  @Column({ type: 'timestamptz', name: 'replaced_at', insert: false, update: false })
  replacedAt: Date;
}
