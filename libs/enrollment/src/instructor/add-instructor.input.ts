import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { IsPlainText } from '#platform';

@InputType({ description: 'Enters who teaches for an organization: somebody known by `personId`, or else by name.' })
export class AddInstructorInput {
  @Field(() => ID, { description: 'The organization they teach for.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => ID, { nullable: true, description: 'Somebody who is here already; null: give the names.' })
  @IsOptional()
  @IsUUID()
  personId?: string | null;

  @Field(() => String, { nullable: true, description: 'As in documents; at most 100 characters.' })
  @IsOptional()
  @IsPlainText(100)
  familyName?: string | null;

  @Field(() => String, { nullable: true, description: 'As in documents; at most 100 characters.' })
  @IsOptional()
  @IsPlainText(100)
  givenName?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 100 characters; null: has none.' })
  @IsOptional()
  @IsPlainText(100)
  patronymic?: string | null;
}
