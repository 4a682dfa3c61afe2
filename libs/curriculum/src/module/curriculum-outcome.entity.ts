import { Column, Entity, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { CurriculumModule } from './curriculum-module.entity.js';

/** A learning outcome of a module, the same over all its versions; each version has its own texts. */
@Entity()
@Unique('curriculum_outcome_of_module', ['id', 'moduleId'])
export class CurriculumOutcome {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') moduleId!: string;
  @ManyToOne(() => CurriculumModule, { nullable: false, onDelete: 'RESTRICT' })
  module!: Relation<CurriculumModule>;
}
