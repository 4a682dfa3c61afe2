import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '#platform';

type Version = { curriculumId: string; number: number };

/** Where versions of curricula are read outside of GraphQL. These addresses stay. */
@Injectable()
export class Addresses {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  document({ curriculumId, number }: Version, asked: { country?: string | null; language?: string | null } = {}) {
    return `${this.settings.publicUrl}/curricula/${curriculumId}/versions/${number}/document${query(asked)}`;
  }

  /** Of a curriculum, as linked data. */
  program(curriculumId: string): string {
    return `${this.settings.publicUrl}/catalog/curricula/${curriculumId}`;
  }

  /** Of a course, as linked data; served where its dates are known. */
  course(courseId: string): string {
    return `${this.settings.publicUrl}/catalog/courses/${courseId}`;
  }

  matrix({ curriculumId, number }: Version, asked: { country?: string | null; language?: string | null } = {}) {
    return `${this.settings.publicUrl}/curricula/${curriculumId}/versions/${number}/matrix.csv${query(asked)}`;
  }
}

function query(asked: Record<string, string | null | undefined>): string {
  const given = Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}
