import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  FileUnreadable,
  ImportRowProblem,
  type Organization,
  OrganizationLoaders,
  OrganizationType,
  shownProblems,
} from '#identity';
import {
  Asked,
  CurrentViewer,
  connectionOf,
  type Page,
  payload,
  type RequestContext,
  Requires,
  type Viewer,
} from '#platform';
import type { Offering } from '../../offering/offering.entity.js';
import { OfferingLoaders } from '../../offering/offering.loaders.js';
import { OfferingType } from '../../offering/offering.type.js';
import { NominationReads } from '../nomination.reads.js';
import { NominationLineType } from '../nomination.type.js';
import type { NominationFile } from './nomination-file.entity.js';
import {
  NominateFromFileInput,
  NominateFromFilePayload,
  NominationFileRowsArgs,
  NominationFileRowType,
  NominationFileType,
  OpenNominationFileInput,
  OpenNominationFilePayload,
} from './nomination-file.type.js';
import type { NominationFileRow } from './nomination-file-row.entity.js';
import { NominationFiles } from './nomination-files.service.js';

const NominationFileRowConnection = connectionOf('NominationFileRow', () => NominationFileRowType);

@Resolver(() => NominationFileType)
export class NominationFileResolver {
  constructor(
    private readonly files: NominationFiles,
    private readonly organizations: OrganizationLoaders,
    private readonly offerings: OfferingLoaders,
  ) {}

  @Query(() => NominationFileType, {
    nullable: true,
    description: 'A file that names people, by its id. Null: none, or not yours to see.',
  })
  @Requires('enrollment.nominate')
  nominationFile(
    @Args('id', { type: () => ID, description: 'The file.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<NominationFile | null> {
    return this.files.find(id, viewer);
  }

  @Mutation(() => OpenNominationFilePayload, {
    description:
      'Allows a file that names people, at most 1,000, to be sent by `PUT` to the path it answers with. Its people are found at once, by number or name; nobody is nominated before `nominateFromFile`.',
  })
  @Requires('enrollment.nominate')
  openNominationFile(
    @Args('input') input: OpenNominationFileInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OpenNominationFilePayload> {
    return payload(OpenNominationFilePayload, async () => {
      const { nominationFile, ticket } = await this.files.open(asked, viewer, input);
      return {
        nominationFile: nominationFile as never,
        upload: { path: `/uploads/${ticket.ticket}`, expiresAt: ticket.expiresAt },
      };
    });
  }

  @Mutation(() => NominateFromFilePayload, {
    description: 'Nominates the people whom a file names, each answered on its own.',
  })
  @Requires('enrollment.nominate')
  nominateFromFile(
    @Args('input') input: NominateFromFileInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<NominateFromFilePayload> {
    return payload(NominateFromFilePayload, async () => ({
      nominationFile: (await this.files.nominate(asked, viewer, input)) as never,
    }));
  }

  @ResolveField(() => OrganizationType, { description: 'Who names them.' })
  organization(
    @Parent() { organizationId }: NominationFile,
    @Asked() asked: RequestContext,
  ): Promise<Organization | null> {
    return this.organizations.byId.of(asked).load(organizationId);
  }

  @ResolveField(() => OfferingType, { description: 'What they are named for.' })
  offering(@Parent() { offeringId }: NominationFile, @Asked() asked: RequestContext): Promise<Offering | null> {
    return this.offerings.byId.of(asked).load(offeringId);
  }

  @ResolveField(() => FileUnreadable, { nullable: true, description: 'Why it cannot be read; null: it can.' })
  failure(@Parent() { fault }: NominationFile): FileUnreadable | null {
    return fault && new FileUnreadable(fault);
  }

  @ResolveField(() => NominationFileRowConnection, { description: 'Its rows in their order.' })
  async rows(
    @Parent() { id, nominationId }: NominationFile,
    @Args() args: NominationFileRowsArgs,
  ): Promise<Page<NominationFileRow>> {
    const page = await this.files.rows(id, args);
    for (const { node } of page.edges) Object.assign(node, { nominationId });
    return page;
  }
}

@Resolver(() => NominationFileRowType)
export class NominationFileRowResolver {
  constructor(private readonly reads: NominationReads) {}

  @ResolveField(() => [ImportRowProblem], { description: 'Why it names nobody; empty: it does.' })
  problems(@Parent() row: NominationFileRow, @Asked() asked: RequestContext): ImportRowProblem[] {
    return shownProblems(row.problems, asked);
  }

  @ResolveField(() => NominationLineType, {
    nullable: true,
    description:
      'The answer, once nominated: the place that was given, or why there is none. Null: names nobody, or not yet.',
  })
  async line(
    @Parent() { position, nominationId }: NominationFileRow & { nominationId: string | null },
    @Asked() asked: RequestContext,
  ): Promise<NominationLineType | null> {
    if (!position || !nominationId) return null;
    const lines = await this.reads.lines.of(asked).load(nominationId);
    return lines[position - 1] ?? null;
  }
}
