import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organization } from '#identity';
import { Country } from '#reference';

/** A place where people are taught. */
@Entity()
@Index('venue_by_organization', ['organizationId', 'id'])
export class Venue {
  @PrimaryColumn('uuid') id!: string;

  /** Whose it is, or who uses it. */
  @Column('uuid') organizationId!: string;
  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  organization!: Relation<Organization>;

  /** As a sign at the door says it; proper names are not translated. */
  @Column('text') name!: string;

  /** City or town. */
  @Column('text') locality!: string;

  /** Street and house; null: not given. */
  @Column({ type: 'text', nullable: true })
  address!: string | null;

  @Column('text') countryCode!: string;
  @ManyToOne(() => Country, { nullable: false, onDelete: 'RESTRICT' })
  country!: Relation<Country>;

  /** IANA name. */
  @Column('text') timeZone!: string;
}
