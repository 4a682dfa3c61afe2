import './catalog.messages.js';
import { Module, type OnModuleInit } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { Nodes } from '#platform';
import { ReferenceModule } from '#reference';
import { CatalogResolver } from './catalog/catalog.resolver.js';
import { Catalog } from './catalog/catalog.service.js';
import { FacetCounter } from './catalog/facet-counts.js';
import { CountryCountResolver, FacetsResolver, SectorCountResolver } from './catalog/facets.resolver.js';
import { Vocabulary } from './catalog/vocabulary.js';
import { CourseLoaders } from './course/course.loaders.js';
import { CourseResolver, CourseVersionResolver } from './course/course.resolver.js';
import { CourseOutcomeResolver, CourseTranslationResolver } from './course/course-texts.resolver.js';
import { CoursesResolver } from './editing/courses.resolver.js';
import { Courses } from './editing/courses.service.js';
import { HeldCatalog } from './held/held-catalog.service.js';

/** Courses: written and published by academies, read by everybody. */
@Module({
  imports: [ReferenceModule, IdentityModule],
  providers: [
    Catalog,
    FacetCounter,
    CatalogResolver,
    CountryCountResolver,
    CourseLoaders,
    CourseOutcomeResolver,
    CourseResolver,
    Courses,
    CoursesResolver,
    CourseTranslationResolver,
    CourseVersionResolver,
    FacetsResolver,
    HeldCatalog,
    SectorCountResolver,
    Vocabulary,
  ],
  exports: [CourseLoaders, Courses, HeldCatalog],
})
export class CatalogModule implements OnModuleInit {
  constructor(
    private readonly nodes: Nodes,
    private readonly loaders: CourseLoaders,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Course', (id, asked) => this.loaders.byId.of(asked).load(id.toLowerCase()));
    this.nodes.register('CourseVersion', (id, asked) => this.loaders.versionById.of(asked).load(id.toLowerCase()));
  }
}
