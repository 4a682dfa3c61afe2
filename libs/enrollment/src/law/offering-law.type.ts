import { Field, ObjectType } from '@nestjs/graphql';
import { CurriculumVersionType, LegalActEditionType } from '#curriculum';

@ObjectType({ description: 'An edition of an act under which an offering was scheduled.' })
export class OfferingLegalEdition {
  @Field(() => LegalActEditionType, { description: 'The edition in force on the day when it was scheduled.' })
  edition!: LegalActEditionType;

  @Field(() => LegalActEditionType, {
    nullable: true,
    description: 'The edition of the same act in force on its first day, as is known now; null: none.',
  })
  editionAtStart!: LegalActEditionType | null;

  @Field(() => Boolean, { description: 'Whether the two differ: the act changed before it began.' })
  isSuperseded!: boolean;

  @Field(() => [CurriculumVersionType], {
    description: 'Curricula whose modules it delivers and that rely on the act.',
  })
  curriculumVersions!: CurriculumVersionType[];
}
