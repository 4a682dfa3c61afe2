import { Injectable } from '@nestjs/common';
import { type Page, paginate, type RequestContext } from '#platform';
import type { CurriculaArgs } from './curricula.args.js';
import type { Curriculum } from './curriculum.entity.js';
import { CurriculumLoaders } from './curriculum.loaders.js';

/** Lists of curricula, by what readers see of them: the published version, or the draft before the first. */
@Injectable()
export class CurriculaList {
  constructor(private readonly loaders: CurriculumLoaders) {}

  list(asked: RequestContext, { filter, ...page }: CurriculaArgs): Promise<Page<Curriculum>> {
    const curricula = this.loaders.visible(asked.viewer);
    const { ownerId, sectorCodes, roleCodes, countryCodes, code } = filter ?? {};
    if (code) curricula.andWhere('curriculum.code = :code', { code: code.toUpperCase() });
    if (countryCodes?.length) {
      curricula.andWhere('curriculum.countryCode = ANY(CAST(:countryCodes AS text[]))', { countryCodes });
    }
    // Beside their bases variants would look like the same again.
    if (!code && !countryCodes?.length) curricula.andWhere('curriculum.baseId IS NULL');
    if (ownerId) curricula.andWhere('curriculum.ownerId = :ownerId', { ownerId });
    if (sectorCodes?.length) {
      curricula.andWhere(`(${has('sector', ':sectorCodes')} OR NOT ${has('sector')})`, { sectorCodes });
    }
    if (roleCodes?.length) curricula.andWhere(has('role', ':roleCodes'), { roleCodes });
    return paginate(curricula, page, {
      by: 'curriculum.createdAt',
      type: 'timestamptz',
      tie: 'curriculum.id',
      direction: 'DESC',
    });
  }
}

/** Whether the version shown names one of these codes, or any code at all. A variant’s are those of its base. */
function has(list: 'sector' | 'role', codes?: string): string {
  const fits = codes ? `AND ${list}.${list}_code = ANY(CAST(${codes} AS text[]))` : '';
  return `EXISTS (SELECT 1 FROM curriculum_version version
    JOIN curriculum_${list} ${list} ON ${list}.version_id = coalesce(version.base_version_id, version.id)
    WHERE version.curriculum_id = curriculum.id
      AND (version.id = curriculum.published_version_id OR curriculum.published_version_id IS NULL) ${fits})`;
}
