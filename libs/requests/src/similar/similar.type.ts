import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Locale } from '#platform';
import { RequestStage } from '../request/request.enums.js';

@ObjectType({
  description: 'What anybody who may ask can know of somebody else’s open request, to join it instead of asking again.',
})
export class SimilarProgramRequest {
  organizationId!: string;
  sectorCodes!: string[];
  roleCodes!: string[];

  @Field(() => ID, { description: 'Give it to `supportProgramRequest`.' })
  id!: string;

  @Field(() => String, { description: 'Its number.' })
  number!: string;

  @Field(() => RequestStage, { description: 'How far it has come. Expect values to be added.' })
  stage!: RequestStage;

  @Field(() => Locale, { description: 'The language its texts are written in.' })
  locale!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => [String], { description: 'What people must be able to do afterwards.' })
  outcomes!: string[];

  @Field(() => [Locale], { description: 'Languages it should be taught in.' })
  languages!: string[];

  @Field(() => Int, { description: 'People of all who ask, over all places.' })
  people!: number;

  @Field(() => Float, { description: 'How like it is, from 0 to 1: half the words, the rest roles and sectors.' })
  likeness!: number;
}
