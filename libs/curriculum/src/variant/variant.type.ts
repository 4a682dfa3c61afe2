import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ModuleDifference, ModuleHours } from '../module/module.type.js';
import { OverrideKind } from './program.js';
import { BaseChangeKind, ConflictKind, RebaseChoice } from './rebase.rules.js';

registerEnumType(OverrideKind, {
  name: 'OverrideKind',
  description: 'What a variant says otherwise of a module. Expect values to be added.',
  valuesMap: {
    REPLACE: { description: 'Another module takes its place.' },
    ADD: { description: 'A module that the base does not have.' },
    DROP: { description: 'It is not taught here.' },
    CHANGE_HOURS: { description: 'It takes other hours here.' },
    OTHER_TEXTS: { description: 'It is called otherwise here.' },
  },
});

registerEnumType(BaseChangeKind, {
  name: 'BaseChangeKind',
  description: 'What a base did to a module since the version that a variant follows.',
  valuesMap: {
    ADDED: { description: 'It holds it now.' },
    REMOVED: { description: 'It holds it no longer.' },
    CHANGED: { description: 'It holds another version of it, or made it elective or compulsory.' },
  },
});

registerEnumType(ConflictKind, {
  name: 'ConflictKind',
  description: 'How a change of the base meets an override. Expect values to be added.',
  valuesMap: {
    MODULE_GONE: { description: 'The base holds the overridden module no longer; only TAKE_BASE settles it.' },
    BOTH_CHANGED: { description: 'The base changed the overridden module.' },
    NOW_IN_BASE: { description: 'The base holds the added module itself now; only TAKE_BASE settles it.' },
  },
});

registerEnumType(RebaseChoice, {
  name: 'RebaseChoice',
  description: 'Whose change of a module holds.',
  valuesMap: {
    KEEP_OVERRIDE: { description: 'The variant’s.' },
    TAKE_BASE: { description: 'The base’s; what the variant says of the module is forgotten.' },
  },
});

@ObjectType({ description: 'One thing that a variant says otherwise than its base.' })
export class ModuleOverride {
  @Field(() => ID, { description: 'The module of the base; with ADD the added one.' })
  moduleId!: string;

  @Field(() => OverrideKind, { description: 'What is other.' })
  kind!: OverrideKind;

  @Field(() => ModuleHours, { nullable: true, description: 'The hours here; null unless CHANGE_HOURS.' })
  hours!: ModuleHours | null;

  @Field(() => String, { nullable: true, description: 'Why, in the editor’s words; null: not said.' })
  reason!: string | null;
}

@ObjectType({ description: 'What a base changed since the version that a variant follows.' })
export class BaseModuleChange {
  @Field(() => ID, { description: 'The module.' })
  moduleId!: string;

  @Field(() => BaseChangeKind, { description: 'What happened to it.' })
  kind!: BaseChangeKind;

  @Field(() => [ModuleDifference], { description: 'What its new version says differently; empty unless CHANGED.' })
  differences!: ModuleDifference[];

  @Field(() => ConflictKind, {
    nullable: true,
    description: 'How it meets what the variant says of the module; null: it does not.',
  })
  conflict!: ConflictKind | null;
}

@ObjectType({ description: 'How far a variant is behind its base.' })
export class VariantLag {
  @Field(() => Int, { description: 'Version of the base that it follows.' })
  followedNumber!: number;

  @Field(() => Int, { description: 'Newest published version of the base.' })
  newestNumber!: number;

  @Field(() => [BaseModuleChange], { description: 'What changed, module by module.' })
  changes!: BaseModuleChange[];
}

@ObjectType({ description: 'What one country has in common with the others, and what not.' })
export class CountryUnification {
  @Field(() => String, { description: 'Country (ISO 3166-1 alpha-2).' })
  countryCode!: string;

  @Field(() => Float, { description: 'All hours of its variant.' })
  hours!: number;

  @Field(() => Float, { description: 'Those it has in common with every other country.' })
  commonHours!: number;

  @Field(() => [ModuleOverride], { description: 'What its variant says otherwise than the base, and why.' })
  differences!: ModuleOverride[];
}

@ObjectType({ description: 'How much of a curriculum is the same in all countries that have a variant.' })
export class CurriculumUnification {
  @Field(() => Float, { description: 'Hours that learners of every country have in common.' })
  commonHours!: number;

  @Field(() => Float, { description: 'Hours of all that is taught in any of them.' })
  widestHours!: number;

  @Field(() => Float, { description: '0 to 1: common of widest.' })
  share!: number;

  @Field(() => [CountryUnification], { description: 'Country by country, in the order of their codes.' })
  countries!: CountryUnification[];
}
