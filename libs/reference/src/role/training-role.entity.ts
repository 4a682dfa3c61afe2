import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { type Names, SourcedColumns } from '../sourced.columns.js';

export enum TrainingRoleGroup {
  AUDIENCE = 'AUDIENCE',
  OFFICER = 'OFFICER',
  SPECIALIST = 'SPECIALIST',
  ACTIVIST = 'ACTIVIST',
  EDUCATOR = 'EDUCATOR',
  OCCUPATION = 'OCCUPATION',
  EXTERNAL = 'EXTERNAL',
}

export enum TrainingRoleLevel {
  ANY = 'ANY',
  PRIMARY = 'PRIMARY',
  REGIONAL = 'REGIONAL',
  TERRITORIAL = 'TERRITORIAL',
  SECTORAL = 'SECTORAL',
  NATIONAL = 'NATIONAL',
  ACADEMY = 'ACADEMY',
  EMPLOYER = 'EMPLOYER',
  EMPLOYER_OR_UNION = 'EMPLOYER_OR_UNION',
}

/** A role that training is aimed at; gives no rights. */
@Entity()
@Check('training_role_name_is_never_blank', `coalesce("names" ->> 'en', '') <> ''`)
export class TrainingRole extends SourcedColumns {
  /** Assigned for Odaq: `TECH_INSP`. */
  @PrimaryColumn('text') code!: string;

  @Column('jsonb') names!: Names;

  @Column({ type: 'enum', enum: TrainingRoleGroup, enumName: 'training_role_group' })
  group!: TrainingRoleGroup;
  @Column({ type: 'enum', enum: TrainingRoleLevel, enumName: 'training_role_level' })
  level!: TrainingRoleLevel;

  /** Nearest unit group, four digits; null: voluntary, or none fits. */
  @Column({ type: 'text', nullable: true })
  isco08!: string | null;
  @Column({ type: 'text', nullable: true })
  isco08Title!: string | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
