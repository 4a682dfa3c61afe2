import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Sourced } from '../sourced.type.js';
import { TrainingRoleGroup, TrainingRoleLevel } from './training-role.entity.js';

registerEnumType(TrainingRoleGroup, {
  name: 'TrainingRoleGroup',
  description: 'What kind of role it is.',
  valuesMap: {
    AUDIENCE: { description: 'A training audience rather than an office: new leaders, members.' },
    OFFICER: { description: 'Elected office.' },
    SPECIALIST: { description: 'Post that asks for special knowledge: inspector, accountant.' },
    ACTIVIST: { description: 'Voluntary work for the union.' },
    EDUCATOR: { description: 'Those who teach.' },
    OCCUPATION: { description: 'Occupation of members, outside the union.' },
    EXTERNAL: { description: 'Guests and partners, not trained here.' },
  },
});

registerEnumType(TrainingRoleLevel, {
  name: 'TrainingRoleLevel',
  description: 'Where in the movement the role is found.',
  valuesMap: {
    ANY: { description: 'At any level.' },
    PRIMARY: { description: 'Primary organization, at the workplace.' },
    REGIONAL: { description: 'Regional branch of a sectoral union.' },
    TERRITORIAL: { description: 'Territorial association (trade union center).' },
    SECTORAL: { description: 'Sectoral union.' },
    NATIONAL: { description: 'National federation, or the state.' },
    ACADEMY: { description: 'Academy or another school.' },
    EMPLOYER: { description: 'Employer.' },
    EMPLOYER_OR_UNION: { description: 'Employer or union.' },
  },
});

@ObjectType('TrainingRole', {
  implements: () => Sourced,
  description: 'A role that training is aimed at. It gives no rights.',
})
export class TrainingRoleType extends Sourced {
  @Field(() => String, { description: 'Code assigned for Odaq, for example `TECH_INSP`.' })
  code!: string;

  name!: string;
  nameLocale!: string;

  @Field(() => TrainingRoleGroup, { description: 'What kind of role it is. Expect values to be added.' })
  group!: TrainingRoleGroup;
  @Field(() => TrainingRoleLevel, { description: 'Where it is found. Expect values to be added.' })
  level!: TrainingRoleLevel;

  @Field(() => String, {
    nullable: true,
    description: 'Nearest ISCO-08 unit group, four digits, for statistics only; null: voluntary, or none fits.',
  })
  isco08!: string | null;
  @Field(() => String, { nullable: true, description: 'English title of that group; null with the code.' })
  isco08Title!: string | null;

  @Field(() => String, { nullable: true, description: 'Remark in English for those who keep the list; null: none.' })
  note!: string | null;
}
