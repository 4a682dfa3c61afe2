import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Curriculum } from '../curriculum/curriculum.entity.js';
import { LegalAct } from '../law/legal-act.entity.js';
import { LegalRequirement } from '../law/legal-requirement.entity.js';
import { CurriculumModule } from '../module/curriculum-module.entity.js';
import { CurriculumOutcome } from '../module/curriculum-outcome.entity.js';
import { Coverage } from './engine.types.js';

export enum AlignmentState {
  CURRENT = 'CURRENT',
  TO_BE_RECHECKED = 'TO_BE_RECHECKED',
}

/**
 * An editor’s judgment of one module of one curriculum, or of one outcome, against one requirement. It holds over all versions of the
 * module; a variant’s judgment wins over that of its base.
 */
@Entity()
@Index('one_alignment_of_module_and_requirement', ['curriculumId', 'moduleId', 'actId', 'requirementCode'], {
  unique: true,
  where: '"outcome_id" IS NULL',
})
@Index('one_alignment_of_outcome_and_requirement', ['curriculumId', 'outcomeId', 'actId', 'requirementCode'], {
  unique: true,
  where: '"outcome_id" IS NOT NULL',
})
@Index('alignment_by_act', ['actId', 'id'])
@Index('alignment_by_requirement', ['requirementId'])
@Check(
  'alignment_hours_of_a_part',
  `"hours" IS NULL OR ("hours" > 0
   AND ("coverage" = 'COVERS_PARTLY' OR ("coverage" = 'COVERS' AND "outcome_id" IS NOT NULL)))`,
)
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

  /** One outcome of the module, over all its versions; null: the module as a whole. */
  @Column({ type: 'uuid', nullable: true })
  outcomeId!: string | null;
  @ManyToOne(() => CurriculumOutcome, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn([
    { name: 'outcome_id', referencedColumnName: 'id', foreignKeyConstraintName: 'alignment_outcome_of_module' },
    { name: 'module_id', referencedColumnName: 'moduleId', foreignKeyConstraintName: 'alignment_outcome_of_module' },
  ])
  outcome!: Relation<CurriculumOutcome> | null;

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

  /** Of a module that covers partly, or of an outcome: hours of the module that serve; null: not said. */
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
