import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { LegalUnit, RequirementKind, TrainingDocument, TrainingMode, TrainingProvider } from './law.enums.js';
import { LegalColumns, type Texts } from './legal.columns.js';
import { LegalActEdition } from './legal-act-edition.entity.js';

/** One thing that an edition asks of training. Lists are empty where the act is silent. */
@Entity()
@Index('one_requirement_per_code', ['editionId', 'code'], { unique: true })
@Check('legal_requirement_text_is_never_blank', `coalesce("texts" ->> 'en', '') <> ''`)
@Check('legal_requirement_value_has_a_unit', '("value" IS NULL) = ("unit" IS NULL)')
@Check(
  'legal_requirement_unit_fits',
  `CASE "kind" WHEN 'MIN_HOURS' THEN "unit" <> 'MONTHS' WHEN 'RECERT_INTERVAL' THEN "unit" = 'MONTHS' ELSE true END`,
)
@Check('legal_requirement_value_is_positive', '"value" > 0')
export class LegalRequirement extends LegalColumns {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') editionId!: string;
  @ManyToOne(() => LegalActEdition, { nullable: false, onDelete: 'CASCADE' })
  edition!: Relation<LegalActEdition>;

  /** The same in each edition of the act, so that what was tied to it is found again. */
  @Column('text') code!: string;

  /** Place in the edition from 1. */
  @Column('smallint') position!: number;

  @Column({ type: 'enum', enum: RequirementKind, enumName: 'requirement_kind' })
  kind!: RequirementKind;

  @Column('jsonb') texts!: Texts;

  /** `Art. 182`; null: not known. */
  @Column({ type: 'text', nullable: true })
  article!: string | null;

  /** Training roles it speaks of, by code. */
  @Column('text', { array: true })
  roleCodes!: string[];

  /** People it speaks of who have no role code, in English words. */
  @Column('text', { array: true })
  otherAudience!: string[];

  /** Null: it names no number, or the number was not read. */
  @Column({ type: 'int', nullable: true })
  value!: number | null;

  @Column({ type: 'enum', enum: LegalUnit, enumName: 'legal_unit', nullable: true })
  unit!: LegalUnit | null;

  @Column({ type: 'enum', enum: TrainingMode, enumName: 'training_mode', array: true })
  trainingModes!: TrainingMode[];

  @Column({ type: 'enum', enum: TrainingDocument, enumName: 'training_document', array: true })
  documents!: TrainingDocument[];

  @Column({ type: 'enum', enum: TrainingProvider, enumName: 'training_provider', array: true })
  providers!: TrainingProvider[];

  /** When this requirement began later than its edition; null: with it. */
  @Column({ type: 'date', nullable: true })
  inForceFrom!: string | null;
}
