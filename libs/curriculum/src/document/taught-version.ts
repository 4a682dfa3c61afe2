import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform';
import type { Curriculum } from '../curriculum/curriculum.entity.js';
import { CurriculumLoaders } from '../curriculum/curriculum.loaders.js';
import type { CurriculumVersionRow } from '../curriculum/curriculum.rows.js';

/** A curriculum and one version of it. */
export interface Taught {
  curriculum: Curriculum;
  version: CurriculumVersionRow;
}

/** Finds versions by their numbers, for who may see them. */
@Injectable()
export class TaughtVersions {
  constructor(private readonly loaders: CurriculumLoaders) {}

  /** Null: there is none, or it is a draft and not for this viewer. */
  async numbered(curriculumId: string, number: number, asked: RequestContext): Promise<Taught | null> {
    const curriculum = await this.loaders.byId.of(asked).load(curriculumId);
    const version = curriculum && (await this.visible(curriculum, asked)).find((it) => it.number === number);
    return version ? { curriculum, version } : null;
  }

  /**
   * What learners of a country are taught by this version: the newest version of the country’s variant that follows
   * it, else the version itself. Null: it is a variant for another country.
   */
  async inCountry(taught: Taught, countryCode: string, asked: RequestContext): Promise<Taught | null> {
    if (taught.curriculum.baseId) return taught.curriculum.countryCode === countryCode ? taught : null;
    const variants = await this.loaders.variantsOf.of(asked).load(taught.curriculum.id);
    const variant = variants.find((it) => it.countryCode === countryCode);
    if (!variant) return taught;
    const version = (await this.visible(variant, asked)).find((it) => it.baseVersionId === taught.version.id);
    return version ? { curriculum: variant, version } : taught;
  }

  /** The newest first. */
  async visible({ id, ownerId }: Curriculum, asked: RequestContext): Promise<CurriculumVersionRow[]> {
    const [versions, mayEdit] = await Promise.all([
      this.loaders.versionsOf.of(asked).load(id),
      this.loaders.mayEdit.of(asked).load(ownerId),
    ]);
    return mayEdit ? versions : versions.filter(({ publishedAt }) => publishedAt !== null);
  }
}
