import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum TextDirection {
  LTR = 'LTR',
  RTL = 'RTL',
}

/** A language people may read, teach or be taught in. Derived by the load from all tags of the lists. */
@Entity()
export class Language {
  /** Canonical tag: `uz`, `uz-Cyrl`, `fa-AF`. */
  @PrimaryColumn('text') tag!: string;

  /** ISO 15924, for example `Arab`. */
  @Column('text') script!: string;

  @Column({ type: 'enum', enum: TextDirection, enumName: 'text_direction' })
  direction!: TextDirection;

  @Column({ type: 'timestamptz', nullable: true })
  retiredAt!: Date | null;
}
