import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  Asked,
  CurrentViewer,
  connectionOf,
  DateTime,
  type Page,
  payload,
  type RequestContext,
  Requires,
  type Viewer,
} from '#platform';
import type { Organization } from '../organization/organization.entity.js';
import { OrganizationLoaders } from '../organization/organization.loaders.js';
import { OrganizationType } from '../organization/organization.type.js';
import type { Names } from '../person/name.rules.js';
import type { Person } from '../person/person.entity.js';
import { PersonLoaders } from '../person/person.loaders.js';
import { otherNamesOf } from '../person/person.names.js';
import { PersonNames, PersonType } from '../person/person.type.js';
import { MemberImport } from './member-import.entity.js';
import { MemberImportStatus } from './member-import.enums.js';
import {
  ChooseImportColumnsInput,
  ImportMembersInput,
  ImportRowsArgs,
  OpenMemberImportInput,
  UndoMemberImportInput,
} from './member-import.inputs.js';
import {
  ChooseImportColumnsPayload,
  ImportMembersPayload,
  OpenMemberImportPayload,
  UndoMemberImportPayload,
} from './member-import.payloads.js';
import { MemberImportReads } from './member-import.reads.js';
import { undoableUntil } from './member-import.rules.js';
import {
  FileUnreadable,
  ImportCounts,
  ImportRowProblem,
  MemberImportRowType,
  MemberImportType,
} from './member-import.type.js';
import type { MemberImportRow } from './member-import-row.entity.js';
import { MemberImports } from './member-imports.service.js';
import { shownProblems } from './shown-problems.js';

const MemberImportRowConnection = connectionOf('MemberImportRow', () => MemberImportRowType);

@Resolver(() => MemberImportType)
export class MemberImportResolver {
  constructor(
    private readonly imports: MemberImports,
    private readonly reads: MemberImportReads,
    private readonly organizations: OrganizationLoaders,
  ) {}

  @Query(() => MemberImportType, {
    nullable: true,
    description: 'An import by its id. Null: none, or not yours to see.',
  })
  @Requires('member.manage')
  memberImport(
    @Args('id', { type: () => ID, description: 'The import.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<MemberImport | null> {
    return this.reads.find(id, viewer);
  }

  @Mutation(() => OpenMemberImportPayload, {
    description:
      'Allows a list of members to be sent, as CSV or XLSX, by `PUT` to the path it answers with. The list is read at once; nobody is added before `importMembers`.',
  })
  @Requires('member.manage')
  openMemberImport(
    @Args('input') input: OpenMemberImportInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OpenMemberImportPayload> {
    return payload(OpenMemberImportPayload, async () => {
      const { memberImport, ticket } = await this.imports.open(asked, viewer, input);
      const upload = { path: `/uploads/${ticket.ticket}`, expiresAt: ticket.expiresAt };
      return { memberImport: memberImport as never, upload };
    });
  }

  @Mutation(() => ChooseImportColumnsPayload, {
    description: 'Has a list read again, where its columns were taken for something else than they hold.',
  })
  @Requires('member.manage')
  chooseImportColumns(
    @Args('input') input: ChooseImportColumnsInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ChooseImportColumnsPayload> {
    return payload(ChooseImportColumnsPayload, async () => ({
      memberImport: (await this.imports.chooseColumns(asked, viewer, input)) as never,
    }));
  }

  @Mutation(() => ImportMembersPayload, {
    description:
      'Adds those whom a list names; good rows go in though others do not. Follow `rowsDone` until `APPLIED`.',
  })
  @Requires('member.manage')
  importMembers(
    @Args('input') input: ImportMembersInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ImportMembersPayload> {
    return payload(ImportMembersPayload, async () => ({
      memberImport: (await this.imports.apply(asked, viewer, input)) as never,
    }));
  }

  @Mutation(() => UndoMemberImportPayload, {
    description:
      'Takes out again whom an import brought in, within 24 hours. People with an enrollment, an office, an account or another membership by then stay.',
  })
  @Requires('member.manage')
  undoMemberImport(
    @Args('input') { importId }: UndoMemberImportInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<UndoMemberImportPayload> {
    return payload(UndoMemberImportPayload, async () => ({
      memberImport: (await this.imports.undo(asked, viewer, importId)) as never,
    }));
  }

  @ResolveField(() => OrganizationType, { description: 'Where its people are added.' })
  organization(@Parent() list: MemberImport, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.organizations.byId.of(asked).load(list.organizationId);
  }

  @ResolveField(() => FileUnreadable, { nullable: true, description: 'Why the file cannot be read; null: it can.' })
  failure(@Parent() { fault }: MemberImport): FileUnreadable | null {
    return fault && new FileUnreadable(fault);
  }

  @ResolveField(() => ImportCounts, { description: 'How many rows become what; all 0 until the list is read.' })
  counts(@Parent() list: MemberImport): ImportCounts {
    const { newCount, matchCount, duplicateCount, errorCount } = list;
    return { new: newCount, match: matchCount, duplicate: duplicateCount, error: errorCount };
  }

  @ResolveField(() => DateTime, { nullable: true, description: 'Until when it can be undone; null: it cannot.' })
  undoableUntil(@Parent() { status, appliedAt }: MemberImport): Date | null {
    return status === MemberImportStatus.APPLIED && appliedAt ? undoableUntil(appliedAt) : null;
  }

  @ResolveField(() => MemberImportRowConnection, {
    description: 'Its rows in their order; none once they are forgotten, a day after applying.',
  })
  rows(@Parent() { id }: MemberImport, @Args() args: ImportRowsArgs): Promise<Page<MemberImportRow>> {
    return this.reads.rows(id, args);
  }
}

@Resolver(() => MemberImportRowType)
export class MemberImportRowResolver {
  constructor(
    private readonly organizations: OrganizationLoaders,
    private readonly persons: PersonLoaders,
  ) {}

  @ResolveField(() => [ImportRowProblem], { description: 'What keeps it out; empty: nothing.' })
  problems(@Parent() row: MemberImportRow, @Asked() asked: RequestContext): ImportRowProblem[] {
    return shownProblems(row.problems, asked);
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'Where the person is added.' })
  organization(@Parent() row: MemberImportRow, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.organizations.byId.of(asked).load(row.organizationId);
  }

  @ResolveField(() => PersonType, {
    nullable: true,
    description: 'The person it is about, who is known; null: nobody is.',
  })
  async knownPerson(@Parent() row: MemberImportRow, @Asked() asked: RequestContext): Promise<Person | null> {
    return row.knownPersonId ? this.persons.byId.of(asked).load(row.knownPersonId) : null;
  }

  @ResolveField(() => PersonNames, { nullable: true, description: 'The same name in another script; null: not given.' })
  namesInOtherScript(@Parent() row: MemberImportRow): Names | null {
    return otherNamesOf(row);
  }
}
