import { Field, Float, ID, InputType } from '@nestjs/graphql';
import { IsNumber, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { IsPlainText } from '#platform';
import { Coverage } from './engine.types.js';

@InputType({ description: 'Judges a module of a curriculum, or one of its learning outcomes, against a requirement.' })
export class AlignModuleInput {
  @Field(() => ID, { description: 'A variant, or a base for all countries whose variant does not say otherwise.' })
  @IsUUID()
  curriculumId!: string;

  @Field(() => ID, { description: 'A module that it holds.' })
  @IsUUID()
  moduleId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'One of the learning outcomes of the module; null: the module as a whole.',
  })
  @IsOptional()
  @IsUUID()
  outcomeId?: string | null;

  @Field(() => ID, { description: 'A requirement of the newest edition of an act; of a variant, of its own country.' })
  @IsUUID()
  requirementId!: string;

  @Field(() => Coverage, { description: 'How the module answers to it.' })
  coverage!: Coverage;

  @Field(() => Float, {
    nullable: true,
    description:
      'Of a module that covers partly, or of an outcome: how many hours of the module serve the requirement; null: not said, and none count.',
  })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0.01)
  @Max(2_000)
  hours?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, at most 1,000 characters. Required with NOT_APPLICABLE; null: not said.',
  })
  @IsOptional()
  @IsPlainText(1_000)
  reason?: string | null;
}
