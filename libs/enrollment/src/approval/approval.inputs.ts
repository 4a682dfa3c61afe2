import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsEnum, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { IsPlainText } from '#platform';

const LONGEST_NOTE = 1_000;

export enum ApprovalDecision {
  APPROVE = 'APPROVE',
  DECLINE = 'DECLINE',
}

registerEnumType(ApprovalDecision, {
  name: 'ApprovalDecision',
  description: 'What is decided about a person’s place.',
  valuesMap: {
    APPROVE: { description: 'Agreed.' },
    DECLINE: { description: 'Not agreed; needs a reason.' },
  },
});

@InputType({
  description: 'What those who know a person say about them and the course, in marks from 1, low, to 5, high.',
})
export class AssessmentInput {
  @Field(() => Int, { description: 'How much the person wants to learn this; 1 to 5.' })
  @IsInt()
  @Min(1)
  @Max(5)
  motivation!: number;

  @Field(() => Int, { description: 'How much the person needs it for their work in the union; 1 to 5.' })
  @IsInt()
  @Min(1)
  @Max(5)
  relevance!: number;

  @Field(() => Int, { description: 'How well the person is prepared to follow it; 1 to 5.' })
  @IsInt()
  @Min(1)
  @Max(5)
  preparedness!: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the employer lets the person go for the time; null: not known.',
  })
  @IsOptional()
  @IsBoolean()
  employerAgrees?: boolean | null;
}

@InputType({ description: 'Decides whether a person may have a place, for the layer that is asked now.' })
export class DecideApprovalInput {
  @Field(() => ID, { description: 'Enrollment that waits for the decision.' })
  @IsUUID()
  enrollmentId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The step that is meant, so that no later one is decided unseen; null: the one asked now.',
  })
  @IsOptional()
  @IsUUID()
  stepId?: string | null;

  @Field(() => ApprovalDecision, { description: 'What is decided.' })
  @IsEnum(ApprovalDecision)
  decision!: ApprovalDecision;

  @Field(() => AssessmentInput, {
    nullable: true,
    description: 'Needed when a layer of the union approves; the provider may do without. Null: none.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => AssessmentInput)
  assessment?: AssessmentInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'Told to the person, at most 1,000 characters; needed when declining. Null: no word.',
  })
  @IsOptional()
  @IsPlainText(LONGEST_NOTE)
  note?: string | null;
}
