import { Field, ID, ObjectType } from '@nestjs/graphql';
import { RoleGrantType } from '../access/role-grant.type.js';
import { PersonType } from '../person/person.type.js';

@ObjectType('Viewer', { description: 'The account that is asking.' })
export class ViewerType {
  @Field(() => ID, { description: 'Identifier of the account.' })
  accountId!: string;

  @Field(() => String, { description: 'Mailbox it signs in with.' })
  email!: string;

  @Field(() => PersonType, { description: 'The person who holds it.' })
  person!: PersonType;

  @Field(() => [RoleGrantType], { description: 'Roles in force now.' })
  roleGrants!: RoleGrantType[];
}
