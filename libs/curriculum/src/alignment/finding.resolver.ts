import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, type RequestContext, sentence } from '#platform';
import type { Curriculum } from '../curriculum/curriculum.entity.js';
import { CurriculumType } from '../curriculum/curriculum.type.js';
import { type CountryConventionRow, CountryConventions } from '../law/country-conventions.js';
import { CountryConvention } from '../law/ilo-convention.type.js';
import { LawLoaders } from '../law/law.loaders.js';
import { LegalRequirementType } from '../law/legal-act.type.js';
import type { LegalRequirement } from '../law/legal-requirement.entity.js';
import { CountryAlignment, RequirementFinding, VerdictCounts } from './alignment.type.js';
import type { CountryAlignmentRow } from './alignments.js';
import { type Finding, Verdict } from './engine.types.js';

@Resolver(() => CountryAlignment)
export class CountryAlignmentResolver {
  constructor(private readonly conventions: CountryConventions) {}

  @ResolveField(() => [CountryConvention], {
    name: 'conventions',
    description: 'ILO conventions that bear on training, and where the country stands with each on the day.',
  })
  standings(
    @Parent() { countryCode, on }: CountryAlignmentRow,
    @Asked() asked: RequestContext,
  ): Promise<CountryConventionRow[]> {
    return this.conventions.of(countryCode, on, asked);
  }

  @ResolveField(() => CurriculumType, {
    description: 'What was asked about: the variant for the country, else the base.',
  })
  curriculum(@Parent() { curriculum }: CountryAlignmentRow): Curriculum {
    return curriculum;
  }

  @ResolveField(() => VerdictCounts, { description: 'How many requirements have each answer.' })
  counts(@Parent() { findings }: CountryAlignmentRow): VerdictCounts {
    const count = (fits: (finding: Finding) => boolean) => findings.filter(fits).length;
    return {
      met: count(({ verdict }) => verdict === Verdict.MET),
      partlyMet: count(({ verdict }) => verdict === Verdict.PARTLY_MET),
      unmet: count(({ verdict }) => verdict === Verdict.UNMET),
      undecidable: count(({ verdict }) => verdict === Verdict.UNDECIDABLE),
      notApplicable: count(({ verdict }) => verdict === Verdict.NOT_APPLICABLE),
      blocking: count(({ isBlocking }) => isBlocking),
      toBeRechecked: count(({ isToBeRechecked }) => isToBeRechecked),
    };
  }
}

@Resolver(() => RequirementFinding)
export class FindingResolver {
  constructor(private readonly law: LawLoaders) {}

  @ResolveField(() => LegalRequirementType, { description: 'The requirement, with its act and article.' })
  requirement(@Parent() finding: Finding, @Asked() asked: RequestContext): Promise<LegalRequirement | null> {
    return this.law.requirementById.of(asked).load(finding.requirementId);
  }

  @ResolveField(() => [String], { description: 'Why, sentence by sentence, in the reader’s language.' })
  explanation(@Parent() { because }: Finding, @Asked() { locales }: RequestContext): string[] {
    return because.map(({ key, values }) => sentence(locales, `curriculum.finding.${key}`, values));
  }
}
