import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Locale, Node } from '#platform';
import { OrganizationKind } from './organization-kind.js';

@ObjectType('Organization', { implements: () => Node, description: 'A body of the movement, or an academy.' })
export class OrganizationType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => OrganizationKind, { description: 'What kind of body it is.' })
  kind!: OrganizationKind;

  @Field(() => String, { description: 'IANA time zone it works in, for example `Asia/Tashkent`.' })
  timeZone!: string;

  @Field(() => Locale, { description: 'The language its people read when their own is missing.' })
  defaultLocale!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where the facts about it come from; null: entered by its own people.',
  })
  source!: string | null;
}
