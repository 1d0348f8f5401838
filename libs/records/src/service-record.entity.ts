import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SubjectColumns } from './subject-columns.js';

/** One service given to one enterprise, or one event or training (服务记录). Partitioned by year. */
@Entity('service_record')
export class ServiceRecord extends SubjectColumns {
  /** Year of `servedOn`. */
  @PrimaryColumn('int')
  year: number;

  /** Kind of service, id of the vocabulary. */
  @Column('text')
  type: string;

  @Column('date', { name: 'served_on' })
  servedOn: string;

  /** People reached (人次). */
  @Column('int')
  headcount: number;

  /** Yuan, two decimals, as a decimal string. */
  @Column('numeric')
  amount: string;
}
