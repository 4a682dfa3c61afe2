import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsOptional, IsUUID } from 'class-validator';
import { IsPlainText } from '#platform';

export enum TriageDecision {
  TAKE = 'TAKE',
  DECLINE = 'DECLINE',
  MERGE = 'MERGE',
}

registerEnumType(TriageDecision, {
  name: 'TriageDecision',
  description: 'What an academy decides on a request that came in.',
  valuesMap: {
    TAKE: { description: 'It works out an answer.' },
    DECLINE: { description: 'It says no, with a reason.' },
    MERGE: { description: 'It makes it part of another request; those who asked join that one with their numbers.' },
  },
});

@InputType({ description: 'Decides on a request that came in.' })
export class TriageProgramRequestInput {
  @Field(() => ID, { description: 'The request.' })
  @IsUUID()
  programRequestId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The academy that decides; null: the one it is addressed to. Needed when it is addressed to none.',
  })
  @IsOptional()
  @IsUUID()
  academyId?: string | null;

  @Field(() => TriageDecision, { description: 'What is decided.' })
  @IsEnum(TriageDecision)
  decision!: TriageDecision;

  @Field(() => ID, { nullable: true, description: 'To MERGE: the request it becomes part of; null otherwise.' })
  @IsOptional()
  @IsUUID()
  intoId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, for those who asked, at most 2,000 characters. Needed to DECLINE; null: not said.',
  })
  @IsOptional()
  @IsPlainText(2_000)
  reason?: string | null;
}
