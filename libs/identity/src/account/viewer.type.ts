import { Field, ID, ObjectType } from '@nestjs/graphql';

/** Its further fields are read only for who selects them: see `ViewerResolver`. */
@ObjectType('Viewer', { description: 'The account that is asking.' })
export class ViewerType {
  @Field(() => ID, { description: 'Identifier of the account.' })
  accountId!: string;

  personId!: string;
}
