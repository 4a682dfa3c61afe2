import { Field, ObjectType } from '@nestjs/graphql';
import { Sourced } from '../sourced.type.js';

@ObjectType('UnionCenter', { implements: () => Sourced, description: 'A national federation of trade unions.' })
export class UnionCenterType extends Sourced {
  @Field(() => String, { description: 'Code assigned for Odaq, for example `UZ-FTUU`; survives a change of name.' })
  code!: string;

  name!: string;
  nameLocale!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Abbreviations in use, several joined by ` / `; null: none known.',
  })
  shortName!: string | null;
  @Field(() => String, { nullable: true, description: 'Address of its site; null: none known.' })
  website!: string | null;
  @Field(() => String, { nullable: true, description: 'Remark in English for those who keep the list; null: none.' })
  note!: string | null;
}
