import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A province's department (租户): owns everything that carries its id. A global table, read only for the application. */
@Entity('tenant')
export class Tenant {
  @PrimaryColumn('uuid')
  id: string;

  /** Public code for URLs and tokens, e.g. `gansu`. */
  @Column('text')
  code: string;

  @Column('text')
  name: string;

  /** The issuing body on documents, e.g. 甘肃省工业和信息化厅. */
  @Column('text')
  department: string;

  /** 发文机关代字, e.g. 甘工信发. */
  @Column('text', { name: 'document_prefix' })
  documentPrefix: string;

  @Column('text')
  status: 'active' | 'suspended';

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
