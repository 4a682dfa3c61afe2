import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CourseLoaders, type CourseRow } from '#catalog';
import { OrganizationLoaders } from '#identity';
import { Authority, contextOf, isId, Public, type RequestContext, SETTINGS, type Settings, sendPage } from '#platform';
import { UPCOMING } from '../offering/offering.args.js';
import type { Offering } from '../offering/offering.entity.js';
import { OfferingLoaders } from '../offering/offering.loaders.js';
import { moneyOf } from '../offering/price.js';
import { VenueLoaders } from '../venue/venue.loaders.js';
import { type CourseFacts, courseThing, type OfferingFacts, offeringThing, type Texts } from './linked-data.rules.js';

const TYPE = 'application/ld+json; charset=utf-8';

/** Offerings that a course tells of; search engines ask for the nearest ones. */
const TOLD = 20;

/** The public catalog as linked data (schema.org), at addresses that stay. */
@Controller('catalog')
export class LinkedCatalogController {
  constructor(
    private readonly authority: Authority,
    private readonly courses: CourseLoaders,
    private readonly offerings: OfferingLoaders,
    private readonly organizations: OrganizationLoaders,
    private readonly venues: VenueLoaders,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('courses/:id')
  @Public('the catalog is for everybody')
  async course(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = await contextOf(request, this.authority);
    const course = isId(id) ? await this.courses.byId.of(asked).load(id.toLowerCase()) : null;
    if (!course?.publishedAt) throw new NotFoundException();
    const page = { parentId: course.id, first: TOLD, only: UPCOMING };
    const { edges } = await this.offerings.ofCourse.pages.of(asked).load(page);
    const told = await Promise.all(edges.map(({ node }) => this.factsOf(node, asked)));
    const thing = courseThing(await this.courseFacts(course, asked), told);
    return sendPage(request, reply, asked, { type: TYPE, body: JSON.stringify(thing) });
  }

  @Get('offerings/:id')
  @Public('the calendar is part of the catalog')
  async offering(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = await contextOf(request, this.authority);
    const offering = isId(id) ? await this.offerings.byId.of(asked).load(id.toLowerCase()) : null;
    if (!offering) throw new NotFoundException();
    const thing = offeringThing(await this.factsOf(offering, asked));
    return sendPage(request, reply, asked, { type: TYPE, body: JSON.stringify(thing) });
  }

  private async courseFacts(course: CourseRow, asked: RequestContext): Promise<CourseFacts> {
    const [outcomes, providerNames] = await Promise.all([
      this.courses.outcomesOf.of(asked).load(course.versionId),
      this.namesOf(course.providerId, asked),
    ]);
    const texts = course.texts ?? [];
    return {
      address: this.addressOf('courses', course.id),
      slug: course.slug,
      titles: Object.fromEntries(texts.map(({ locale, title }) => [locale, title])),
      summaries: Object.fromEntries(texts.flatMap(({ locale, summary }) => (summary ? [[locale, summary]] : []))),
      languages: course.languages,
      outcomes: outcomes.map(({ translations }) =>
        Object.fromEntries(translations.map(({ locale, text }) => [locale, text])),
      ),
      providerNames,
      academicHours: course.academicHours,
      minutesPerAcademicHour: course.minutesPerAcademicHour,
    };
  }

  private async factsOf(offering: Offering, asked: RequestContext): Promise<OfferingFacts> {
    const [venue, providerNames] = await Promise.all([
      offering.venueId ? this.venues.byId.load(offering.venueId, asked) : null,
      this.namesOf(offering.providerId, asked),
    ]);
    return {
      ...offering,
      address: this.addressOf('offerings', offering.id),
      courseAddress: this.addressOf('courses', offering.courseId),
      seatsLeft: offering.seatsLeft,
      price: moneyOf(offering),
      venue,
      providerNames,
    };
  }

  private async namesOf(organizationId: string, asked: RequestContext): Promise<Texts> {
    const names = await this.organizations.names.of(asked).load(organizationId);
    return Object.fromEntries(names.map(({ locale, name }) => [locale, name]));
  }

  private addressOf(kind: 'courses' | 'offerings', id: string): string {
    return `${this.settings.publicUrl}/catalog/${kind}/${id}`;
  }
}
