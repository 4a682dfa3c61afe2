import { Field, Float, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsNumber, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { IsPlainText } from '#platform';
import { OutcomeTextInput, TitleInput } from '../text/title.input.js';

const IsHours = (): PropertyDecorator => (target, property) => {
  for (const check of [IsNumber({ maxDecimalPlaces: 2 }), Min(0), Max(2_000)]) check(target, property as string);
};

@InputType({ description: 'Academic hours by kind, at most two digits after the point; together at least 0.5.' })
export class ModuleHoursInput {
  @Field(() => Float, { defaultValue: 0, description: 'Lectures.' })
  @IsHours()
  lecture: number = 0;

  @Field(() => Float, { defaultValue: 0, description: 'Practice.' })
  @IsHours()
  practice: number = 0;

  @Field(() => Float, { defaultValue: 0, description: 'Self-study. Never counts towards hours that an act asks for.' })
  @IsHours()
  selfStudy: number = 0;

  @Field(() => Float, { defaultValue: 0, description: 'Assessment.' })
  @IsHours()
  assessment: number = 0;
}

@InputType({ description: 'One thing a person can do after the module.' })
export class ModuleOutcomeInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'When revising: the outcome that goes on, so that what was judged of it stays judged. Null: the one with the same text, else a new one.',
  })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field(() => [OutcomeTextInput], { description: 'Its text in 1 to 20 languages, each once.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => OutcomeTextInput)
  translations!: OutcomeTextInput[];
}

@InputType({ isAbstract: true })
abstract class ModuleContentInput {
  @Field(() => ModuleHoursInput, { description: 'How much time it takes.' })
  @ValidateNested()
  @Type(() => ModuleHoursInput)
  hours!: ModuleHoursInput;

  @Field(() => String, {
    nullable: true,
    description: 'What prescribes the hours, at most 500 characters; null: the owner’s own choice.',
  })
  @IsOptional()
  @IsPlainText(500)
  hoursSource?: string | null;

  @Field(() => [TitleInput], {
    description: 'What it is called, in 1 to 20 languages, each once; the first comes first.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => TitleInput)
  translations!: TitleInput[];

  @Field(() => [ModuleOutcomeInput], { defaultValue: [], description: 'Learning outcomes, at most 30, in order.' })
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => ModuleOutcomeInput)
  outcomes: ModuleOutcomeInput[] = [];

  @Field(() => [ID], { defaultValue: [], description: 'Published courses that deliver it, at most 20.' })
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  courseIds: string[] = [];
}

@InputType({ description: 'Writes a module that curricula can place.' })
export class CreateCurriculumModuleInput extends ModuleContentInput {
  @Field(() => ID, { description: 'Organization that keeps it.' })
  @IsUUID()
  ownerId!: string;
}

@InputType({
  description: 'Writes the next version of a module, whole. Curricula that hold an older one are offered it.',
})
export class ReviseCurriculumModuleInput extends ModuleContentInput {
  @Field(() => ID, { description: 'The module.' })
  @IsUUID()
  moduleId!: string;
}

export type GivenModule = ModuleContentInput;
