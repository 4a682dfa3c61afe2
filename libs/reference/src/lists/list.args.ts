import { ArgsType, Field } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';

@ArgsType()
export class ListArgs {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Also the records that have left the list and may not be chosen any more.',
  })
  @IsBoolean()
  includeRetired!: boolean;
}
