import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { CurriculumType } from '#curriculum';

@ObjectType({ description: 'A published curriculum that a requested program could start from, and why it is near.' })
export class NearestCurriculum {
  @Field(() => ID, { description: 'Give it to `startCurriculum`.' })
  curriculumId!: string;

  @Field(() => CurriculumType, { description: 'The curriculum.' })
  curriculum?: CurriculumType;

  @Field(() => Float, {
    description:
      '0 to 1: roles count 35 in a hundred, words of the outcomes 30, sectors 25, words of the title 10. Words in any of its languages count, those of its modules too.',
  })
  score!: number;

  @Field(() => [String], { description: 'Sectors, by code, that both name.' })
  sharedSectorCodes!: string[];

  @Field(() => [String], { description: 'Roles, by code, that both name.' })
  sharedRoleCodes!: string[];

  @Field(() => Float, { description: '0 to 1: words of the request’s title that it speaks of too.' })
  titleShare!: number;

  @Field(() => Float, { description: '0 to 1: words of the request’s outcomes that it speaks of too.' })
  outcomesShare!: number;
}
