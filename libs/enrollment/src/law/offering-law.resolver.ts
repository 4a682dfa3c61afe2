import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  CurriculumLoaders,
  type CurriculumVersionRow,
  CurriculumVersionType,
  LawLoaders,
  type LegalActEdition,
  LegalActEditionType,
} from '#curriculum';
import { Asked, type Page, PageArgs, type RequestContext } from '#platform';
import { OfferingConnection } from '../offering/offering.connection.js';
import type { Offering } from '../offering/offering.entity.js';
import { OfferingType } from '../offering/offering.type.js';
import { OfferingLawLoaders, type OfferingLawRow } from './offering-law.loaders.js';
import { OfferingLegalEdition } from './offering-law.type.js';

@Resolver(() => OfferingType)
export class OfferingLawResolver {
  constructor(private readonly loaders: OfferingLawLoaders) {}

  @ResolveField(() => [OfferingLegalEdition], {
    description:
      'Under which law it was scheduled, act by act; empty: no curriculum whose modules it delivers relies on any.',
  })
  taughtUnder(@Parent() { id }: Offering, @Asked() asked: RequestContext): Promise<OfferingLawRow[]> {
    return this.loaders.of.of(asked).load(id);
  }
}

@Resolver(() => OfferingLegalEdition)
export class OfferingLegalEditionResolver {
  constructor(
    private readonly law: LawLoaders,
    private readonly curricula: CurriculumLoaders,
  ) {}

  @ResolveField(() => LegalActEditionType)
  edition(@Parent() { editionId }: OfferingLawRow, @Asked() asked: RequestContext): Promise<LegalActEdition | null> {
    return this.law.editionById.of(asked).load(editionId);
  }

  @ResolveField(() => LegalActEditionType, { nullable: true })
  async editionAtStart(
    @Parent() { editionAtStartId }: OfferingLawRow,
    @Asked() asked: RequestContext,
  ): Promise<LegalActEdition | null> {
    return editionAtStartId ? this.law.editionById.of(asked).load(editionAtStartId) : null;
  }

  @ResolveField(() => Boolean)
  isSuperseded(@Parent() { editionId, editionAtStartId }: OfferingLawRow): boolean {
    return editionId !== editionAtStartId;
  }

  @ResolveField(() => [CurriculumVersionType])
  async curriculumVersions(
    @Parent() { curriculumVersionIds }: OfferingLawRow,
    @Asked() asked: RequestContext,
  ): Promise<CurriculumVersionRow[]> {
    const loader = this.curricula.versionById.of(asked);
    const versions = await Promise.all(curriculumVersionIds.map((id) => loader.load(id)));
    return versions.filter((version) => version !== null);
  }
}

@Resolver(() => LegalActEditionType)
export class EditionOfferingsResolver {
  constructor(private readonly loaders: OfferingLawLoaders) {}

  @ResolveField(() => OfferingConnection, {
    description: 'Offerings that were scheduled under it, whatever their status, those that begin first coming first.',
  })
  offerings(
    @Parent() { id }: LegalActEdition,
    @Args() { first, after }: PageArgs,
    @Asked() asked: RequestContext,
  ): Promise<Page<Offering>> {
    return this.loaders.under.pages.of(asked).load({ parentId: id, first, after });
  }
}
