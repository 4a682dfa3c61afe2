import { Args, ID, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import {
  Asked,
  connectionOf,
  Locale,
  LookAhead,
  type Page,
  PageArgs,
  Public,
  type RequestContext,
  Selection,
} from '#platform';
import {
  type Country,
  CountryType,
  ReferenceLists,
  type Sector,
  SectorType,
  type Subdivision,
  SubdivisionType,
} from '#reference';
import type { MemberCount } from './member-count.entity.js';
import { MemberCountType } from './member-count.type.js';
import { nameIn } from './name-in.js';
import { OrganizationsArgs } from './organization.args.js';
import type { Organization } from './organization.entity.js';
import { OrganizationLoaders } from './organization.loaders.js';
import { planOrganizations } from './organization.plan.js';
import { OrganizationContactType, OrganizationNameType, OrganizationType } from './organization.type.js';
import type { OrganizationContact } from './organization-contact.entity.js';
import type { OrganizationName } from './organization-name.entity.js';
import { Organizations } from './organizations.service.js';

const OrganizationConnection = connectionOf('Organization', () => OrganizationType);
const MemberCountConnection = connectionOf('MemberCount', () => MemberCountType);
const IN_LANGUAGE = {
  name: 'locale',
  type: () => Locale,
  nullable: true,
  description: 'Null: as Accept-Language asks.',
};

@Resolver(() => OrganizationType)
export class OrganizationResolver {
  constructor(
    private readonly organizations: Organizations,
    private readonly loaders: OrganizationLoaders,
    private readonly reference: ReferenceLists,
    private readonly lookAhead: LookAhead,
  ) {}

  @Query(() => OrganizationConnection, {
    name: 'organizations',
    description: 'Bodies of the movement and academies, oldest entry first; with a text, the best match first.',
  })
  @Public('who belongs where is no secret')
  async list(
    @Args() args: OrganizationsArgs,
    @Asked() asked: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Organization>> {
    return this.organizations.list(asked, args.filter ?? {}, args, await this.lookAhead.atPage(info, 'Organization'));
  }

  @Query(() => OrganizationType, { nullable: true, description: 'One organization; null when there is none.' })
  @Public('who belongs where is no secret')
  organization(
    @Args('id', { type: () => ID, description: 'Identifier of the organization.' }) id: string,
  ): Promise<Organization | null> {
    return this.organizations.find(id);
  }

  @ResolveField(() => String, { description: 'Its name in the reader’s language, or the nearest there is.' })
  async name(@Parent() organization: Organization, @Asked() asked: RequestContext, @Args(IN_LANGUAGE) locale?: string) {
    return (await this.nameOf(organization, asked, locale)).name;
  }

  @ResolveField(() => Locale, { description: 'The language `name` is in.' })
  async nameLocale(
    @Parent() organization: Organization,
    @Asked() asked: RequestContext,
    @Args(IN_LANGUAGE) locale?: string,
  ) {
    return (await this.nameOf(organization, asked, locale)).locale;
  }

  @ResolveField(() => [OrganizationNameType], { description: 'Its names in all languages; for those who edit them.' })
  names(@Parent() organization: Organization, @Asked() asked: RequestContext): Promise<OrganizationName[]> {
    return this.loaders.names.of(asked).load(organization.id);
  }

  @ResolveField(() => [Locale], { description: 'Languages it works in, the most used first; empty: not recorded.' })
  languages(@Parent() organization: Organization, @Asked() asked: RequestContext): Promise<string[]> {
    return this.loaders.languages.of(asked).load(organization.id);
  }

  @ResolveField(() => [OrganizationContactType], {
    description: 'How to reach it, in the order to try; empty: unknown.',
  })
  contacts(@Parent() organization: Organization, @Asked() asked: RequestContext): Promise<OrganizationContact[]> {
    return this.loaders.contacts.of(asked).load(organization.id);
  }

  @ResolveField(() => OrganizationType, {
    nullable: true,
    description: 'Who took over its members; null: at work, or closed without a successor.',
  })
  successor(@Parent() organization: Organization, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.parent(organization.successorId, asked);
  }

  @ResolveField(() => SubdivisionType, { nullable: true, description: 'Its region; null: the whole country.' })
  async subdivision(@Parent() organization: Organization, @Asked() asked: RequestContext): Promise<Subdivision | null> {
    const code = organization.subdivisionCode;
    return code ? this.reference.subdivisionsByCode.of(asked).load(code) : null;
  }

  @ResolveField(() => MemberCountType, {
    nullable: true,
    description: 'Its members by the newest day reported; null: nothing was reported.',
  })
  async memberCount(@Parent() organization: Organization, @Asked() asked: RequestContext): Promise<MemberCount | null> {
    const newest = await this.loaders.memberCounts.pages.of(asked).load({ parentId: organization.id, first: 1 });
    return newest.edges[0]?.node ?? null;
  }

  @ResolveField(() => MemberCountConnection, {
    description: 'All that was reported, the newest day first; of one day the last report first.',
  })
  memberCounts(
    @Parent() organization: Organization,
    @Args() { first, after }: PageArgs,
    @Asked() asked: RequestContext,
  ): Promise<Page<MemberCount>> {
    return this.loaders.memberCounts.pages.of(asked).load({ parentId: organization.id, first, after });
  }

  @ResolveField(() => CountryType, { description: 'The country it works in.' })
  country(@Parent() organization: Organization, @Asked() asked: RequestContext): Promise<Country | null> {
    return this.reference.countriesByCode.of(asked).load(organization.countryCode);
  }

  @ResolveField(() => [SectorType], { description: 'Sectors it stands for; empty: all, or none in particular.' })
  async sectors(@Parent() organization: Organization, @Asked() asked: RequestContext): Promise<(Sector | null)[]> {
    const codes = await this.loaders.sectorCodes.of(asked).load(organization.id);
    return Promise.all(codes.map((code) => this.reference.sectorsByCode.of(asked).load(code)));
  }

  @ResolveField(() => OrganizationType, {
    nullable: true,
    description: 'Above it in its sector’s line; null: stands at the top of it.',
  })
  sectoralParent(@Parent() organization: Organization, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.parent(organization.sectoralParentId, asked);
  }

  @ResolveField(() => OrganizationType, {
    nullable: true,
    description: 'Above it in its territory’s line; null: stands at the top of it.',
  })
  territorialParent(
    @Parent() organization: Organization,
    @Asked() asked: RequestContext,
  ): Promise<Organization | null> {
    return this.parent(organization.territorialParentId, asked);
  }

  @ResolveField(() => OrganizationConnection, {
    description: 'Those at work that answer to it directly, over either line.',
  })
  children(
    @Parent() organization: Organization,
    @Args() { first, after }: PageArgs,
    @Asked() asked: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Organization>> {
    const plan = planOrganizations(Selection.of(info).below('edges', 'node'), 'child');
    return this.loaders.children.pages.of(asked).load({ parentId: organization.id, first, after, plan });
  }

  private async parent(id: string | null, asked: RequestContext): Promise<Organization | null> {
    return id ? this.loaders.byId.of(asked).load(id) : null;
  }

  private async nameOf(organization: Organization, asked: RequestContext, locale?: string): Promise<OrganizationName> {
    return nameIn(
      organization,
      await this.loaders.names.of(asked).load(organization.id),
      locale ? [locale] : asked.locales,
    );
  }
}
