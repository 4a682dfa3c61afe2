import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Asked, faults, isId, LookAhead, Public, type RequestContext } from '#platform';
import type { CourseRow } from '../course/course.rows.js';
import { CourseType } from '../course/course.type.js';
import { Catalog, type CoursePage } from './catalog.service.js';
import { CoursesArgs } from './courses.args.js';
import { CourseConnection } from './courses.connection.js';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

@Resolver()
export class CatalogResolver {
  constructor(
    private readonly catalog: Catalog,
    private readonly lookAhead: LookAhead,
  ) {}

  @Query(() => CourseConnection, {
    description: 'The catalog: published courses, and for their editors drafts and retired ones.',
  })
  @Public('the catalog is for everybody')
  async courses(
    @Args() args: CoursesArgs,
    @Asked() asked: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CoursePage> {
    return this.catalog.list(asked, args, await this.lookAhead.atPage(info, 'Course'));
  }

  @Query(() => CourseType, {
    nullable: true,
    description: 'One course, by its id or its slug; null when there is none, or it is a draft and not for you to see.',
  })
  @Public('the catalog is for everybody')
  async course(
    @Asked() asked: RequestContext,
    @Args('id', { type: () => ID, nullable: true, description: 'Its identifier; or give the slug.' }) id:
      | string
      | null
      | undefined,
    @Args('slug', { type: () => String, nullable: true, description: 'Its slug; or give the id.' }) slug:
      | string
      | null
      | undefined,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CourseRow | null> {
    if ((typeof id === 'string') === (typeof slug === 'string'))
      throw faults.badInput('Give either the id or the slug.');
    if (typeof id === 'string' ? !isId(id) : !slug || !SLUG.test(slug)) return null;
    const by = typeof id === 'string' ? { id } : { slug: slug as string };
    return this.catalog.find(asked, by, await this.lookAhead.atRow(info, 'Course'));
  }
}
