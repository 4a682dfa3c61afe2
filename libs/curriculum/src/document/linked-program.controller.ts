import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OrganizationLoaders } from '#identity';
import { Authority, contextOf, isId, Public, type RequestContext, sendPage } from '#platform';
import { ReferenceLists } from '#reference';
import type { Curriculum } from '../curriculum/curriculum.entity.js';
import { CurriculumLoaders } from '../curriculum/curriculum.loaders.js';
import { ModuleLoaders } from '../module/module.loaders.js';
import { Programs } from '../variant/programs.js';
import { Addresses } from './addresses.js';

/** A published curriculum as linked data (schema.org), at an address that stays. */
@Controller('catalog/curricula')
export class LinkedProgramController {
  constructor(
    private readonly addresses: Addresses,
    private readonly authority: Authority,
    private readonly loaders: CurriculumLoaders,
    private readonly modules: ModuleLoaders,
    private readonly organizations: OrganizationLoaders,
    private readonly programs: Programs,
    private readonly reference: ReferenceLists,
  ) {}

  @Get(':id')
  @Public('programs are for everybody')
  async curriculum(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = await contextOf(request, this.authority);
    const curriculum = isId(id) ? await this.loaders.byId.of(asked).load(id.toLowerCase()) : null;
    if (!curriculum?.publishedVersionId) throw new NotFoundException();
    const body = JSON.stringify(await this.thing(curriculum, asked));
    return sendPage(request, reply, asked, { type: 'application/ld+json; charset=utf-8', body });
  }

  private async thing(curriculum: Curriculum, asked: RequestContext) {
    const version = await this.loaders.shown(curriculum, asked);
    const [modules, names, { roles }] = await Promise.all([
      this.programs.of(version, asked),
      this.organizations.names.of(asked).load(curriculum.ownerId),
      this.reference.of(asked),
    ]);
    const courseIds = await Promise.all(modules.map(({ moduleVersionId }) => this.coursesOf(moduleVersionId, asked)));
    const address = this.addresses.program(curriculum.id);
    return {
      '@context': 'https://schema.org',
      '@type': 'EducationalOccupationalProgram',
      '@id': address,
      url: address,
      identifier: curriculum.code,
      version: version.number,
      name: version.texts.map(({ locale, title }) => tagged(locale, title)),
      description: version.texts.flatMap(({ locale, summary }) => (summary ? [tagged(locale, summary)] : [])),
      provider: { '@type': 'Organization', name: names.map(({ locale, name }) => tagged(locale, name)) },
      occupationalCategory: version.roleCodes.flatMap((code) =>
        Object.entries(roles.get(code)?.names ?? {}).map(([locale, name]) => tagged(locale, name)),
      ),
      ...(curriculum.countryCode ? { areaServed: { '@type': 'Country', identifier: curriculum.countryCode } } : {}),
      subjectOf: { '@type': 'DigitalDocument', url: this.addresses.document(version) },
      hasCourse: [...new Set(courseIds.flat())].map((id) => ({ '@type': 'Course', '@id': this.addresses.course(id) })),
    };
  }

  private async coursesOf(moduleVersionId: string, asked: RequestContext): Promise<string[]> {
    return (await this.modules.versionById.of(asked).load(moduleVersionId))?.courseIds ?? [];
  }
}

function tagged(locale: string, text: string) {
  return { '@language': locale, '@value': text };
}
