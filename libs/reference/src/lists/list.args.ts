import { ArgsType, Field } from '@nestjs/graphql';

@ArgsType()
export class ListArgs {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Also the records that have left the list and may not be chosen any more.',
  })
  includeRetired!: boolean;
}
