import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, type RequestContext } from '#platform';
import { type Country, CountryType, ReferenceLists } from '#reference';
import type { Curriculum } from '../curriculum/curriculum.entity.js';
import { CurriculumLoaders } from '../curriculum/curriculum.loaders.js';
import type { CurriculumVersionRow } from '../curriculum/curriculum.rows.js';
import { CurriculumType, CurriculumVersionType } from '../curriculum/curriculum.type.js';
import { LawLoaders } from '../law/law.loaders.js';
import { LegalRequirementType } from '../law/legal-act.type.js';
import type { LegalRequirement } from '../law/legal-requirement.entity.js';
import { Lags } from './lag.js';
import type { Override } from './program.js';
import { Programs } from './programs.js';
import { unify } from './unification.rules.js';
import { CurriculumUnification, ModuleOverride, VariantLag } from './variant.type.js';

@Resolver(() => CurriculumType)
export class VariantFieldsResolver {
  constructor(
    private readonly lags: Lags,
    private readonly loaders: CurriculumLoaders,
    private readonly programs: Programs,
    private readonly reference: ReferenceLists,
  ) {}

  @ResolveField(() => CountryType, { nullable: true, description: 'The country of a variant; null: a base.' })
  async country(@Parent() it: Curriculum, @Asked() asked: RequestContext): Promise<Country | null> {
    return it.countryCode ? this.reference.countriesByCode.of(asked).load(it.countryCode) : null;
  }

  @ResolveField(() => CurriculumType, { nullable: true, description: 'What a variant follows; null: it is a base.' })
  async base(@Parent() it: Curriculum, @Asked() asked: RequestContext): Promise<Curriculum | null> {
    return it.baseId ? this.loaders.byId.of(asked).load(it.baseId) : null;
  }

  @ResolveField(() => [CurriculumType], {
    description: 'Its variants that you may see, in the order of their countries.',
  })
  variants(@Parent() it: Curriculum, @Asked() asked: RequestContext): Promise<Curriculum[]> {
    return this.loaders.variantsOf.of(asked).load(it.id);
  }

  @ResolveField(() => VariantLag, {
    nullable: true,
    description: 'What the base changed since the version this variant follows; null: nothing, or it is a base.',
  })
  async behind(@Parent() it: Curriculum, @Asked() asked: RequestContext): Promise<VariantLag | null> {
    const base = await this.base(it, asked);
    const [latest] = await this.loaders.versionsOf.of(asked).load(it.id);
    return base?.publishedVersionId && latest ? this.lags.of(latest, base.publishedVersionId, asked) : null;
  }

  @ResolveField(() => CurriculumUnification, {
    nullable: true,
    description: 'How much is the same in all countries that have a variant you may see; null: none has.',
  })
  async unification(@Parent() it: Curriculum, @Asked() asked: RequestContext): Promise<CurriculumUnification | null> {
    const variants = await this.loaders.variantsOf.of(asked).load(it.id);
    const shown = await Promise.all(
      variants.map(async (variant) => {
        const version = await this.loaders.shown(variant, asked);
        const [modules, differences] = await Promise.all([
          this.programs.of(version, asked),
          this.programs.overridesOf.of(asked).load(version.id),
        ]);
        return { countryCode: variant.countryCode ?? '', modules, differences };
      }),
    );
    const unification = unify(shown);
    return (
      unification && {
        ...unification,
        countries: unification.countries.map((country, place) => ({
          ...country,
          differences: shown[place]?.differences ?? [],
        })),
      }
    );
  }
}

@Resolver(() => CurriculumVersionType)
export class VersionOverridesResolver {
  constructor(private readonly programs: Programs) {}

  @ResolveField(() => [ModuleOverride], {
    description: 'What a variant says otherwise than its base; empty: nothing, or it is a base.',
  })
  overrides(@Parent() it: CurriculumVersionRow, @Asked() asked: RequestContext): Promise<Override[]> {
    return this.programs.overridesOf.of(asked).load(it.id);
  }
}

@Resolver(() => ModuleOverride)
export class ModuleOverrideResolver {
  constructor(private readonly law: LawLoaders) {}

  @ResolveField(() => LegalRequirementType, {
    nullable: true,
    description: 'The requirement that forces it; null: none is named.',
  })
  async requirement(@Parent() it: Override, @Asked() asked: RequestContext): Promise<LegalRequirement | null> {
    return it.requirementId ? this.law.requirementById.of(asked).load(it.requirementId) : null;
  }
}
