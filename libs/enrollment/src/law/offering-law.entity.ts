import { Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CurriculumVersion, LegalActEdition } from '#curriculum';
import { Offering } from '../offering/offering.entity.js';

/** An edition that was in force when an offering was scheduled, and through which curriculum it answers to it. */
@Entity()
@Index('offering_law_by_edition', ['editionId', 'offeringId'])
@Index('offering_law_by_curriculum_version', ['curriculumVersionId'])
export class OfferingLaw {
  @PrimaryColumn('uuid') offeringId!: string;
  @ManyToOne(() => Offering, { nullable: false, onDelete: 'CASCADE' })
  offering!: Relation<Offering>;

  @PrimaryColumn('uuid') editionId!: string;
  @ManyToOne(() => LegalActEdition, { nullable: false, onDelete: 'RESTRICT' })
  edition!: Relation<LegalActEdition>;

  @PrimaryColumn('uuid') curriculumVersionId!: string;
  @ManyToOne(() => CurriculumVersion, { nullable: false, onDelete: 'RESTRICT' })
  curriculumVersion!: Relation<CurriculumVersion>;
}
