import { Field, ID, InputType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';

@InputType({ description: 'Begins the curriculum of an accepted program request from one that exists.' })
export class StartCurriculumInput {
  @Field(() => ID, { description: 'The request; its proposal is accepted.' })
  @IsUUID()
  programRequestId!: string;

  @Field(() => ID, {
    description: 'A published base to start from, for example of `ProgramRequest.nearestCurricula`.',
  })
  @IsUUID()
  templateId!: string;
}
