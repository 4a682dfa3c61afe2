import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organization } from '#identity';
import { CurriculumModuleVersion } from './curriculum-module-version.entity.js';

/** A part of teaching that lives by itself and is placed in curricula: one "labor law basics" serves five sectors. */
@Entity()
@Index('curriculum_module_owner', ['ownerId'])
export class CurriculumModule {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') ownerId!: string;
  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  owner!: Relation<Organization>;

  /** Offered to every curriculum that holds an older one. Null only until its first version is written. */
  @Column({ type: 'uuid', nullable: true })
  newestVersionId!: string | null;
  @ManyToOne(() => CurriculumModuleVersion, { nullable: true, onDelete: 'RESTRICT' })
  newestVersion!: Relation<CurriculumModuleVersion> | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
