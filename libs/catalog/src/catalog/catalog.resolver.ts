import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Asked, faults, isId, Public, type RequestContext, Selection } from '#platform';
import type { CourseRow } from '../course/course.rows.js';
import { CourseType } from '../course/course.type.js';
import { Catalog, type CoursePage } from './catalog.service.js';
import { CoursesArgs } from './courses.args.js';
import { CourseConnection } from './courses.connection.js';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

@Resolver()
export class CatalogResolver {
  constructor(private readonly catalog: Catalog) {}

  @Query(() => CourseConnection, {
    description: 'The catalog: published courses, and for their editors drafts and retired ones.',
  })
  @Public('the catalog is for everybody')
  courses(
    @Args() args: CoursesArgs,
    @Asked() asked: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CoursePage> {
    return this.catalog.list(asked, args, Selection.of(info).below('edges', 'node'));
  }

  @Query(() => CourseType, {
    nullable: true,
    description: 'One course, by its id or its slug; null when there is none, or it is a draft and not for you to see.',
  })
  @Public('the catalog is for everybody')
  async course(
    @Asked() asked: RequestContext,
    @Args('id', { type: () => ID, nullable: true, description: 'Its identifier; or give the slug.' }) id?:
      | string
      | null,
    @Args('slug', { type: () => String, nullable: true, description: 'Its slug; or give the id.' }) slug?:
      | string
      | null,
  ): Promise<CourseRow | null> {
    if ((typeof id === 'string') === (typeof slug === 'string'))
      throw faults.badInput('Give either the id or the slug.');
    if (typeof id === 'string') return isId(id) ? this.catalog.find(asked, { id }) : null;
    return slug && SLUG.test(slug) ? this.catalog.find(asked, { slug }) : null;
  }
}
