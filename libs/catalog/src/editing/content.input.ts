import { Field, Float, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsNumber, IsOptional, IsString, Max, Min, ValidateNested } from 'class-validator';
import { IsPlainText, Locale } from '#platform';

@InputType({ description: 'How much time a course takes.' })
export class WorkloadInput {
  @Field(() => Float, { description: 'Academic hours, 0.5 to 10,000, at most two digits after the point.' })
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0.5)
  @Max(10_000)
  academicHours!: number;

  @Field(() => Int, { defaultValue: 45, description: 'Length of one academic hour in minutes, 30 to 90.' })
  @Min(30)
  @Max(90)
  minutesPerAcademicHour: number = 45;

  @Field(() => String, {
    nullable: true,
    description:
      'What prescribes the hours, such as a legal act, at most 500 characters; null: the provider’s own choice.',
  })
  @IsOptional()
  @IsPlainText(500)
  source?: string | null;
}

@InputType({ description: 'What a course says in one language.' })
export class CourseTranslationInput {
  @Field(() => Locale, { description: 'The language.' })
  @IsString()
  locale!: string;

  @Field(() => String, { description: 'At most 200 characters.' })
  @IsPlainText(200)
  title!: string;

  @Field(() => String, { nullable: true, description: 'A paragraph, at most 2,000 characters; null: none.' })
  @IsOptional()
  @IsPlainText(2_000)
  summary?: string | null;

  @Field(() => String, { nullable: true, description: 'The long text, at most 20,000 characters; null: none.' })
  @IsOptional()
  @IsPlainText(20_000)
  description?: string | null;
}

@InputType({ description: 'A text in one language.' })
export class LocalizedTextInput {
  @Field(() => Locale, { description: 'The language.' })
  @IsString()
  locale!: string;

  @Field(() => String, { description: 'At most 500 characters.' })
  @IsPlainText(500)
  text!: string;
}

@InputType({ description: 'One thing a person can do after the course.' })
export class CourseOutcomeInput {
  @Field(() => [LocalizedTextInput], { description: 'Its text in 1 to 20 languages, each once.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => LocalizedTextInput)
  translations!: LocalizedTextInput[];
}
