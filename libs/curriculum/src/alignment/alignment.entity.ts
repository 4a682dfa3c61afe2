import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Curriculum } from '../curriculum/curriculum.entity.js';
import { LegalAct } from '../law/legal-act.entity.js';
import { LegalRequirement } from '../law/legal-requirement.entity.js';
import { CurriculumModule } from '../module/curriculum-module.entity.js';
import { Coverage } from './engine.types.js';

export enum AlignmentState {
  CURRENT = 'CURRENT',
  TO_BE_RECHECKED = 'TO_BE_RECHECKED',
}

/**
 * An editor’s judgment of one module of one curriculum against one requirement. It holds over all versions of the
 * module; a variant’s judgment wins over that of its base.
 */
@Entity()
@Index('one_alignment_of_module_and_requirement', ['curriculumId', 'moduleId', 'actId', 'requirementCode'], {
  unique: true,
})
@Index('alignment_by_act', ['actId', 'id'])
@Index('alignment_by_requirement', ['requirementId'])
@Check('alignment_hours_of_a_part', `"hours" IS NULL OR ("coverage" = 'COVERS_PARTLY' AND "hours" > 0)`)
@Check('not_applicable_says_why', `"coverage" <> 'NOT_APPLICABLE' OR "reason" IS NOT NULL`)
@Check('alignment_reason_fits', 'char_length("reason") BETWEEN 1 AND 1000')
export class Alignment {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') curriculumId!: string;
  @ManyToOne(() => Curriculum, { nullable: false, onDelete: 'RESTRICT' })
  curriculum!: Relation<Curriculum>;

  @Column('uuid') moduleId!: string;
  @ManyToOne(() => CurriculumModule, { nullable: false, onDelete: 'RESTRICT' })
  module!: Relation<CurriculumModule>;

  /** The requirement in the edition that the editor relied on. */
  @Column('uuid') requirementId!: string;
  @ManyToOne(() => LegalRequirement, { nullable: false, onDelete: 'RESTRICT' })
  requirement!: Relation<LegalRequirement>;

  /** Act and code name the requirement over all editions. */
  @Column('uuid') actId!: string;
  @ManyToOne(() => LegalAct, { nullable: false, onDelete: 'RESTRICT' })
  act!: Relation<LegalAct>;
  @Column('text') requirementCode!: string;

  @Column({ type: 'enum', enum: Coverage, enumName: 'alignment_coverage' })
  coverage!: Coverage;

  /** With COVERS_PARTLY: hours of the module that serve; null: not said. */
  @Column({ type: 'numeric', precision: 6, scale: 2, nullable: true })
  hours!: string | null;

  /** Why; never null with NOT_APPLICABLE. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'enum', enum: AlignmentState, enumName: 'alignment_state', default: AlignmentState.CURRENT })
  state!: AlignmentState;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  changedAt!: Date;
}
