import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { type Names, SourcedColumns } from '../sourced.columns.js';

/** Where a sector lies in ISIC Rev.4. The revision is in the name because Rev.5 numbers differ. */
export class IsicRev4 {
  @Column('text', { array: true }) sections!: string[];
  @Column('text', { array: true }) divisions!: string[];
  /** Only where a whole division would be too wide. */
  @Column('text', { array: true }) classes!: string[];
}

@Entity()
@Check('sector_name_is_never_blank', `coalesce("names" ->> 'en', '') <> ''`)
export class Sector extends SourcedColumns {
  /** Assigned for Odaq: `ENRG`. */
  @PrimaryColumn('text') code!: string;

  @Column('jsonb') names!: Names;

  @Column(() => IsicRev4) isicRev4!: IsicRev4;

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
