import type { SelectQueryBuilder } from 'typeorm';
import { allowedIn } from '#identity';
import type { Viewer } from '#platform';
import type { Curriculum } from './curriculum.entity.js';

/** Once published a curriculum is for everybody, before that for its editors. */
export function visibleTo(viewer: Viewer | null, curricula: SelectQueryBuilder<Curriculum>): void {
  if (!viewer) {
    curricula.andWhere('curriculum.publishedVersionId IS NOT NULL');
    return;
  }
  const { sql, parameters } = allowedIn('curriculum.owner_id', viewer, 'curriculum.edit');
  curricula.andWhere(`(curriculum.publishedVersionId IS NOT NULL OR ${sql})`, parameters);
}
