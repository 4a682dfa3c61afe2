import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Asked, CurrentViewer, payload, type RequestContext, Requires, type Viewer } from '#platform';
import type { Course } from '../course/course.entity.js';
import { CourseLoaders } from '../course/course.loaders.js';
import type { CourseRow } from '../course/course.rows.js';
import { CreateCourseInput, PublishCourseInput, RetireCourseInput, UpdateCourseInput } from './course.input.js';
import {
  CreateCoursePayload,
  PublishCoursePayload,
  RetireCoursePayload,
  UpdateCoursePayload,
} from './course.payloads.js';
import { Courses } from './courses.service.js';

@Resolver()
export class CoursesResolver {
  constructor(
    private readonly courses: Courses,
    private readonly loaders: CourseLoaders,
  ) {}

  @Mutation(() => CreateCoursePayload, { description: 'Begins a course as a draft that its editors alone see.' })
  @Requires('course.edit')
  createCourse(
    @Args('input') input: CreateCourseInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CreateCoursePayload> {
    return payload(CreateCoursePayload, async () => ({
      course: await this.shown(asked, await this.courses.create(asked, viewer, input)),
    }));
  }

  @Mutation(() => UpdateCoursePayload, {
    description:
      'Changes a draft; of a published course, the draft of its next version. What is published stays as it is.',
  })
  @Requires('course.edit')
  updateCourse(
    @Args('input') input: UpdateCourseInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<UpdateCoursePayload> {
    return payload(UpdateCoursePayload, async () => ({
      course: await this.shown(asked, await this.courses.update(asked, viewer, input)),
    }));
  }

  @Mutation(() => PublishCoursePayload, {
    description: 'Publishes the draft of a course, if it has all that a reader needs.',
  })
  @Requires('course.publish')
  publishCourse(
    @Args('input') input: PublishCourseInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<PublishCoursePayload> {
    return payload(PublishCoursePayload, async () => ({
      course: await this.shown(asked, await this.courses.publish(asked, viewer, input)),
    }));
  }

  @Mutation(() => RetireCoursePayload, {
    description: 'Takes a course out of the catalog for good. What was begun with it goes on.',
  })
  @Requires('course.publish')
  retireCourse(
    @Args('input') input: RetireCourseInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RetireCoursePayload> {
    return payload(RetireCoursePayload, async () => ({
      course: await this.shown(asked, await this.courses.retire(asked, viewer, input)),
    }));
  }

  private shown(asked: RequestContext, { id }: Course): Promise<CourseRow | null> {
    this.loaders.forget(asked);
    return this.loaders.byId.of(asked).load(id);
  }
}
