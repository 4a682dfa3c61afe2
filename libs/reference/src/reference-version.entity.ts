import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row. Its number grows with each load that changed something, so every node knows when its copy is old. */
@Entity()
@Check('one_reference_version', '"only"')
export class ReferenceVersion {
  @PrimaryColumn('boolean', { default: true }) only!: boolean;
  @Column('int', { default: 0 }) version!: number;
  /** False: the lists in force were loaded from a folder of one’s own, and a start leaves them alone. */
  @Column('boolean') isShipped!: boolean;
  @Column('timestamptz', { default: () => 'now()' }) changedAt!: Date;
}
