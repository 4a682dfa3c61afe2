import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsPlainText } from '#platform';
import { TrainingDocument, TrainingMode, TrainingProvider } from '../law/law.enums.js';
import { TitleInput } from '../text/title.input.js';

const CODE = { each: true, message: 'codes must be 1 to 40 capital letters, digits and underscores' };

@InputType({ description: 'A module in its place in a curriculum.' })
export class PlacementInput {
  @Field(() => ID, { description: 'The module.' })
  @IsUUID()
  moduleId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Which version of it; null: the one that the curriculum holds already, else the newest.',
  })
  @IsOptional()
  @IsUUID()
  moduleVersionId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether a learner may leave it out; then its hours never count towards what an act asks for.',
  })
  isElective: boolean = false;

  @Field(() => [ID], { defaultValue: [], description: 'Modules of the curriculum to be taken before it.' })
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  requiredModuleIds: string[] = [];
}

@InputType({ isAbstract: true })
abstract class OptionalContent {
  @Field(() => [PlacementInput], {
    nullable: true,
    description: 'Its modules in order, at most 60, each once; null: none.',
  })
  @IsOptional()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => PlacementInput)
  modules?: PlacementInput[] | null;

  @Field(() => [String], { nullable: true, description: 'Sectors it is made for, by code; null: all.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @Matches(/^[A-Z0-9_]{1,40}$/, CODE)
  sectorCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Roles it trains, by code; null: any.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @Matches(/^[A-Z0-9_]{1,40}$/, CODE)
  roleCodes?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'What gives the hours of the whole, at most 500 characters; null: nothing, the owner chose them.',
  })
  @IsOptional()
  @IsPlainText(500)
  hoursSource?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'A learner repeats it every so many months, 1 to 240; null: not said.',
  })
  @IsOptional()
  @Min(1)
  @Max(240)
  repeatMonths?: number | null;

  @Field(() => [TrainingMode], { nullable: true, description: 'In which forms it is taught; null: not said.' })
  @IsOptional()
  @ArrayMaxSize(10)
  trainingModes?: TrainingMode[] | null;

  @Field(() => [TrainingDocument], { nullable: true, description: 'What a learner gets; null: not said.' })
  @IsOptional()
  @ArrayMaxSize(10)
  documents?: TrainingDocument[] | null;

  @Field(() => [TrainingProvider], { nullable: true, description: 'Who teaches; null: not said.' })
  @IsOptional()
  @ArrayMaxSize(10)
  providers?: TrainingProvider[] | null;
}

@InputType({ description: 'Begins a curriculum, as a draft that its editors alone see.' })
export class CreateCurriculumInput extends OptionalContent {
  @Field(() => ID, { description: 'Organization that keeps it.' })
  @IsUUID()
  ownerId!: string;

  @Field(() => [TitleInput], {
    description: 'What it is called, in 1 to 20 languages, each once; the first comes first.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => TitleInput)
  translations!: TitleInput[];
}

@InputType({
  description:
    'Changes a draft; of a published curriculum, the draft of its next version. What is left out stays, null clears, a list replaces the whole list.',
})
export class UpdateCurriculumInput extends OptionalContent {
  @Field(() => ID, { description: 'The curriculum.' })
  @IsUUID()
  curriculumId!: string;

  @Field(() => Int, {
    nullable: true,
    description: '`Curriculum.revision` as you read it; refused when somebody changed it since. Null: change anyway.',
  })
  @IsOptional()
  @Min(1)
  expectedRevision?: number | null;

  @Field(() => [TitleInput], { nullable: true, description: 'All that it is called; cannot be cleared.' })
  @ValidateIf((_, value) => value !== undefined)
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => TitleInput)
  translations?: TitleInput[];
}

@InputType({ description: 'Publishes the draft of a curriculum: everybody sees it, and it never changes again.' })
export class PublishCurriculumInput {
  @Field(() => ID, { description: 'The curriculum.' })
  @IsUUID()
  curriculumId!: string;

  @Field(() => Int, {
    nullable: true,
    description: '`Curriculum.revision` as you read it; refused when somebody changed it since. Null: publish anyway.',
  })
  @IsOptional()
  @Min(1)
  expectedRevision?: number | null;
}

@InputType({ description: 'Puts the newest version of a shared module in place of the one the curriculum holds.' })
export class TakeModuleVersionInput {
  @Field(() => ID, { description: 'The curriculum.' })
  @IsUUID()
  curriculumId!: string;

  @Field(() => ID, { description: 'The module.' })
  @IsUUID()
  moduleId!: string;
}
