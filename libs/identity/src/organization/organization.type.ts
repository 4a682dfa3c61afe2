import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime, Locale, Node } from '#platform';
import { ContactKind } from './contact-kind.js';
import { OrganizationKind } from './organization-kind.js';
import { OrganizationStatus } from './organization-status.js';

@ObjectType('Organization', { implements: () => Node, description: 'A body of the movement, or an academy.' })
export class OrganizationType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => OrganizationKind, { description: 'What kind of body it is.' })
  kind!: OrganizationKind;

  @Field(() => OrganizationStatus, { description: 'Whether it is at work.' })
  status!: OrganizationStatus;

  @Field(() => DateTime, { nullable: true, description: 'When it was closed; null: at work.' })
  closedAt!: Date | null;

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

@ObjectType('OrganizationName', { description: 'An organization’s name in one language.' })
export class OrganizationNameType {
  @Field(() => Locale, { description: 'The language.' })
  locale!: string;

  @Field(() => String, { description: 'The name.' })
  name!: string;
}

@ObjectType('OrganizationContact', { description: 'A way to reach an organization.' })
export class OrganizationContactType {
  @Field(() => ContactKind, { description: 'What kind of contact it is.' })
  kind!: ContactKind;

  @Field(() => String, { description: 'As people write it.' })
  value!: string;
}
