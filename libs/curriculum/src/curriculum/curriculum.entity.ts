import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organization } from '#identity';
import { CurriculumVersion } from './curriculum-version.entity.js';

/** A program for a sector and its roles. What it says is in its versions. */
@Entity()
@Index('curriculum_owner', ['ownerId'])
@Index('curriculum_newest', ['createdAt', 'id'])
export class Curriculum {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') ownerId!: string;
  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  owner!: Relation<Organization>;

  /** The version readers see; null: never published. The draft, if any, is the version that is not published. */
  @Column({ type: 'uuid', nullable: true })
  publishedVersionId!: string | null;
  @ManyToOne(() => CurriculumVersion, { nullable: true, onDelete: 'RESTRICT' })
  publishedVersion!: Relation<CurriculumVersion> | null;

  /** Grows with every change, so that two editors do not overwrite each other unawares. */
  @Column({ type: 'int', default: 1 })
  revision!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
