import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Organization, OrganizationType, PersonLoaders } from '#identity';
import {
  Asked,
  CurrentViewer,
  connectionOf,
  type Page,
  PageArgs,
  payload,
  type RequestContext,
  Requires,
  type Viewer,
} from '#platform';
import { SchedulingRights } from '../offering/scheduling-rights.js';
import { AddInstructorInput } from './add-instructor.input.js';
import type { Instructor } from './instructor.entity.js';
import { InstructorLoaders } from './instructor.loaders.js';
import { AddInstructorPayload } from './instructor.payloads.js';
import { InstructorType } from './instructor.type.js';
import { Instructors } from './instructors.service.js';

const InstructorConnection = connectionOf('Instructor', () => InstructorType);

@Resolver(() => InstructorType)
export class InstructorResolver {
  constructor(
    private readonly instructors: Instructors,
    private readonly persons: PersonLoaders,
  ) {}

  @Mutation(() => AddInstructorPayload, { description: 'Enters who teaches for an organization.' })
  @Requires('offering.schedule')
  addInstructor(
    @Args('input') input: AddInstructorInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AddInstructorPayload> {
    return payload(AddInstructorPayload, async () => ({
      instructor: await this.instructors.add(asked, viewer, input),
    }));
  }

  @ResolveField(() => String, { description: 'Family name, given name, patronymic: the order of documents.' })
  async fullName(@Parent() { personId }: Instructor, @Asked() asked: RequestContext): Promise<string | undefined> {
    return (await this.persons.byId.of(asked).load(personId))?.fullName;
  }
}

@Resolver(() => OrganizationType)
export class OrganizationInstructorsResolver {
  constructor(
    private readonly rights: SchedulingRights,
    private readonly loaders: InstructorLoaders,
  ) {}

  @ResolveField(() => InstructorConnection, {
    nullable: true,
    description: 'Those who teach for it, oldest entry first; null: you do not schedule for it.',
  })
  async instructors(
    @Parent() { id }: Organization,
    @Args() { first, after }: PageArgs,
    @Asked() asked: RequestContext,
  ): Promise<Page<Instructor> | null> {
    if (!(await this.rights.in.of(asked).load(id))) return null;
    return this.loaders.ofOrganization.pages.of(asked).load({ parentId: id, first, after });
  }
}
