import { Field, ObjectType } from '@nestjs/graphql';
import { Sourced } from '../sourced.type.js';

@ObjectType('IsicRev4', {
  description:
    'Where a sector lies in ISIC, revision 4. A hint for employers and statistics: a union chooses its sector.',
})
export class IsicRev4Type {
  @Field(() => [String], { description: 'Section letters, for example `D`.' })
  sections!: string[];
  @Field(() => [String], { description: 'Divisions, two digits, for example `35`.' })
  divisions!: string[];
  @Field(() => [String], {
    description: 'Classes, four digits, where a whole division would be too wide; mostly empty.',
  })
  classes!: string[];
}

@ObjectType('Sector', {
  implements: () => Sourced,
  description: 'A sector of the economy, as sectoral unions divide it.',
})
export class SectorType extends Sourced {
  @Field(() => String, { description: 'Code assigned for Odaq, for example `ENRG`.' })
  code!: string;

  name!: string;
  nameLocale!: string;

  @Field(() => IsicRev4Type, { description: 'Where it lies in the International Standard Industrial Classification.' })
  isicRev4!: IsicRev4Type;

  @Field(() => String, { nullable: true, description: 'Remark in English for those who keep the list; null: none.' })
  note!: string | null;
}
