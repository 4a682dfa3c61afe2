import { Controller, Get, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  Authority,
  BadParameter,
  contextOf,
  countryIn,
  dayIn,
  isId,
  languageIn,
  numberIn,
  Public,
  type QueryParameters,
  type RequestContext,
  sendPage,
} from '#platform';
import { ReferenceLists } from '#reference';
import { today } from '../alignment/today.js';
import { documentPage } from './document-page.js';
import { Documents } from './documents.js';
import { matrixTable } from './matrix-table.js';
import { type Taught, TaughtVersions } from './taught-version.js';

/**
 * A version of a curriculum for reading outside of Odaq: `?country=` one country’s variant and law, `?language=` else
 * as Accept-Language says, `?on=` the day whose law is asked, else today.
 */
@Controller('curricula/:id/versions/:number')
export class DocumentController {
  constructor(
    private readonly authority: Authority,
    private readonly documents: Documents,
    private readonly reference: ReferenceLists,
    private readonly versions: TaughtVersions,
  ) {}

  @Get('document')
  @Public('programs and law are for everybody')
  async document(
    @Param('id') id: string,
    @Param('number') number: string,
    @Query() query: QueryParameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const asked = await contextOf(request, this.authority);
    const { body, contentSecurityPolicy } = documentPage(await this.gathered(id, number, query, asked));
    reply.header('content-security-policy', contentSecurityPolicy);
    return sendPage(request, reply, asked, { type: 'text/html; charset=utf-8', body });
  }

  @Get('matrix.csv')
  @Public('programs and law are for everybody')
  async matrix(
    @Param('id') id: string,
    @Param('number') number: string,
    @Query() query: QueryParameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const asked = await contextOf(request, this.authority);
    const body = matrixTable(await this.gathered(id, number, query, asked));
    reply.header('content-disposition', `attachment; filename="matrix-${id.toLowerCase()}-${number}.csv"`);
    return sendPage(request, reply, asked, { type: 'text/csv; charset=utf-8', body });
  }

  private async gathered(id: string, number: string, query: QueryParameters, asked: RequestContext) {
    const [version, country, language] = [numberIn('version', number), countryIn(query), languageIn(query)];
    const on = dayIn(query) ?? today();
    const found = isId(id) ? await this.versions.numbered(id.toLowerCase(), version, asked) : null;
    if (!found) throw new NotFoundException();
    const countryCode = country ?? found.curriculum.countryCode;
    const taught = countryCode ? await this.inCountry(found, countryCode, asked) : found;
    const locales = language ? [language] : asked.locales;
    return this.documents.of(taught, { countryCode, on, locales }, asked);
  }

  private async inCountry(found: Taught, countryCode: string, asked: RequestContext): Promise<Taught> {
    const { countries } = await this.reference.of(asked);
    if (!countries.has(countryCode)) throw new BadParameter('country', 'no country of the list has this code');
    const taught = await this.versions.inCountry(found, countryCode, asked);
    if (!taught) throw new BadParameter('country', `this is the variant for ${found.curriculum.countryCode}`);
    return taught;
  }
}
