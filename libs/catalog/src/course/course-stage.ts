import { registerEnumType } from '@nestjs/graphql';

export enum CourseStage {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  RETIRED = 'RETIRED',
}

registerEnumType(CourseStage, {
  name: 'CourseStage',
  description: 'How far a course has come. Expect values to be added.',
  valuesMap: {
    DRAFT: { description: 'Never published; its editors alone see it.' },
    PUBLISHED: { description: 'In the catalog for everybody.' },
    RETIRED: { description: 'No longer taught: out of the catalog, still readable by whoever has its id or slug.' },
  },
});
