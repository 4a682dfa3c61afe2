import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Node } from '#platform';

@ObjectType('PersonNames', { description: 'A name in one script.' })
export class PersonNames {
  @Field(() => String, { description: 'Family name.' })
  familyName!: string;

  @Field(() => String, { description: 'Given name.' })
  givenName!: string;

  @Field(() => String, { nullable: true, description: 'Patronymic; null: has none.' })
  patronymic!: string | null;
}

@ObjectType('Person', { implements: () => Node, description: 'A human, named as documents write it.' })
export class PersonType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => String, { description: 'Family name.' })
  familyName!: string;

  @Field(() => String, { description: 'Given name.' })
  givenName!: string;

  @Field(() => String, { nullable: true, description: 'Patronymic; null: has none.' })
  patronymic!: string | null;

  @Field(() => String, { description: 'Family name, given name, patronymic: the order of documents.' })
  fullName!: string;
}
