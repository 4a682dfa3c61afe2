import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Organization, OrganizationLoaders, OrganizationType } from '#identity';
import { Asked, DateTime, type RequestContext } from '#platform';
import { ReferenceLists } from '#reference';
import { contentFieldsOf } from './content.fields.js';
import { CourseLoaders } from './course.loaders.js';
import type { CourseRow, CourseState, VersionRow } from './course.rows.js';
import { CourseType, CourseVersionType } from './course.type.js';

@Resolver(() => CourseType)
export class CourseResolver extends contentFieldsOf(() => CourseType) {
  constructor(
    protected readonly loaders: CourseLoaders,
    protected readonly reference: ReferenceLists,
    private readonly organizations: OrganizationLoaders,
  ) {
    super();
  }

  @ResolveField(() => OrganizationType, { description: 'The organization that gives the course.' })
  provider(@Parent() course: CourseRow, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.organizations.byId.of(asked).load(course.providerId);
  }

  @ResolveField(() => Int, {
    description: 'Grows with every change; give it back as `expectedRevision` to not overwrite another editor.',
  })
  async revision(@Parent() course: CourseRow, @Asked() asked: RequestContext): Promise<number> {
    return (await this.state(course, asked)).revision;
  }

  @ResolveField(() => DateTime, { nullable: true, description: 'Since when it is no longer taught; null: it is.' })
  async retiredAt(@Parent() course: CourseRow, @Asked() asked: RequestContext): Promise<Date | null> {
    return (await this.state(course, asked)).retiredAt;
  }

  @ResolveField(() => String, { nullable: true, description: 'Why it is no longer taught; null: nobody said.' })
  async retiredReason(@Parent() course: CourseRow, @Asked() asked: RequestContext): Promise<string | null> {
    return (await this.state(course, asked)).retiredReason;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may change it.' })
  viewerCanEdit(@Parent() course: CourseRow, @Asked() asked: RequestContext): Promise<boolean> {
    return this.loaders.maySeeDrafts.of(asked).load(course.providerId);
  }

  @ResolveField(() => CourseVersionType, {
    nullable: true,
    description: 'What waits to be published; null: nothing, or not for you to see.',
  })
  async draft(@Parent() course: CourseRow, @Asked() asked: RequestContext): Promise<VersionRow | null> {
    const { draftVersionId } = await this.state(course, asked);
    return draftVersionId ? this.loaders.versionById.of(asked).load(draftVersionId) : null;
  }

  @ResolveField(() => [CourseVersionType], {
    description: 'Its published versions, the newest first; for those who may edit it, the draft before them.',
  })
  versions(@Parent() course: CourseRow, @Asked() asked: RequestContext): Promise<VersionRow[]> {
    return this.loaders.versionsOf.of(asked).load(course.id);
  }

  private async state(course: CourseRow, asked: RequestContext): Promise<CourseState> {
    const state = await this.loaders.stateOf.of(asked).load(course.id);
    if (!state) throw new Error(`course ${course.id} is gone`);
    return state;
  }
}

@Resolver(() => CourseVersionType)
export class CourseVersionResolver extends contentFieldsOf(() => CourseVersionType) {
  constructor(
    protected readonly loaders: CourseLoaders,
    protected readonly reference: ReferenceLists,
  ) {
    super();
  }

  @ResolveField(() => CourseType, { nullable: true, description: 'The course it is a version of.' })
  course(@Parent() version: VersionRow, @Asked() asked: RequestContext): Promise<CourseRow | null> {
    return this.loaders.byId.of(asked).load(version.courseId);
  }
}
