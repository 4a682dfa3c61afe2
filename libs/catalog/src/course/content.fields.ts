import type { Type } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, Locale, type RequestContext } from '#platform';
import {
  type Country,
  CountryType,
  type Listed,
  type ReferenceLists,
  type Sector,
  SectorType,
  type TrainingRole,
  TrainingRoleType,
} from '#reference';
import type { CourseLoaders } from './course.loaders.js';
import type { ContentRow, CourseRow, OutcomeRow, TextRow } from './course.rows.js';
import { CourseOutcomeType, CourseTranslationType, CourseType, Workload } from './course.type.js';
import { textIn, titleIn } from './text-in.js';

export const IN_LANGUAGE = {
  name: 'locale',
  type: () => Locale,
  nullable: true,
  description: 'Null: as Accept-Language asks.',
} as const;

/** The fields that a course and each version of it have in common. */
export function contentFieldsOf<T>(type: () => Type<T>) {
  @Resolver(type, { isAbstract: true })
  abstract class ContentFields {
    protected abstract readonly loaders: CourseLoaders;
    protected abstract readonly reference: ReferenceLists;

    @ResolveField(() => String, {
      description: 'Title in the reader’s language, or the nearest there is; never blank.',
    })
    async title(@Parent() content: ContentRow, @Asked() asked: RequestContext, @Args(IN_LANGUAGE) locale?: string) {
      return titleIn(await this.texts(content, asked), wishes(asked, locale), content).title;
    }

    @ResolveField(() => Locale, { description: 'The language `title` is in.' })
    async titleLocale(
      @Parent() content: ContentRow,
      @Asked() asked: RequestContext,
      @Args(IN_LANGUAGE) locale?: string,
    ) {
      return titleIn(await this.texts(content, asked), wishes(asked, locale), content).locale;
    }

    @ResolveField(() => String, {
      nullable: true,
      description: 'A paragraph about it; null: not written in any language.',
    })
    async summary(@Parent() content: ContentRow, @Asked() asked: RequestContext, @Args(IN_LANGUAGE) locale?: string) {
      return (await this.summaryOf(content, asked, locale))?.summary ?? null;
    }

    @ResolveField(() => Locale, { nullable: true, description: 'The language `summary` is in; null: there is none.' })
    async summaryLocale(
      @Parent() content: ContentRow,
      @Asked() asked: RequestContext,
      @Args(IN_LANGUAGE) locale?: string,
    ) {
      return (await this.summaryOf(content, asked, locale))?.locale ?? null;
    }

    @ResolveField(() => String, { nullable: true, description: 'The long text; null: not written in any language.' })
    async description(
      @Parent() content: ContentRow,
      @Asked() asked: RequestContext,
      @Args(IN_LANGUAGE) locale?: string,
    ): Promise<string | null> {
      const text = await this.descriptionOf(content, asked, locale);
      if (!text) return null;
      return this.loaders.descriptionIn.of(asked).load({ versionId: content.versionId, locale: text.locale });
    }

    @ResolveField(() => Locale, {
      nullable: true,
      description: 'The language `description` is in; null: there is none.',
    })
    async descriptionLocale(
      @Parent() content: ContentRow,
      @Asked() asked: RequestContext,
      @Args(IN_LANGUAGE) locale?: string,
    ) {
      return (await this.descriptionOf(content, asked, locale))?.locale ?? null;
    }

    @ResolveField(() => [CourseTranslationType], {
      description: 'Every language it is written in, the first one first.',
    })
    async translations(@Parent() content: ContentRow, @Asked() asked: RequestContext) {
      const texts = await this.texts(content, asked);
      return texts.map((text) => ({ ...text, versionId: content.versionId }));
    }

    @ResolveField(() => [CourseOutcomeType], { description: 'What a person can do after it, in the editors’ order.' })
    async outcomes(@Parent() content: ContentRow, @Asked() asked: RequestContext): Promise<OutcomeParent[]> {
      const outcomes = await this.loaders.outcomesOf.of(asked).load(content.versionId);
      return outcomes.map((outcome) => ({ ...outcome, providerLocale: content.providerLocale }));
    }

    @ResolveField(() => Workload, { nullable: true, description: 'How much time it takes; null: not yet said.' })
    workload(@Parent() content: ContentRow): Workload | null {
      const { academicHours, minutesPerAcademicHour, workloadSource } = content;
      if (academicHours === null || minutesPerAcademicHour === null) return null;
      return { academicHours, minutesPerAcademicHour, source: workloadSource };
    }

    @ResolveField(() => [SectorType], { description: 'Sectors it is made for; empty: any.' })
    sectors(@Parent() content: ContentRow, @Asked() asked: RequestContext): Listed<Sector> {
      return this.reference.records(asked, ({ sectors }) => sectors, content.sectorCodes);
    }

    @ResolveField(() => [TrainingRoleType], { description: 'Roles whose holders it is made for; empty: any.' })
    targetRoles(@Parent() content: ContentRow, @Asked() asked: RequestContext): Listed<TrainingRole> {
      return this.reference.records(asked, ({ roles }) => roles, content.roleCodes);
    }

    @ResolveField(() => [CountryType], { description: 'Countries it is made for; empty: not tied to a country.' })
    countries(@Parent() content: ContentRow, @Asked() asked: RequestContext): Listed<Country> {
      return this.reference.records(asked, ({ countries }) => countries, content.countryCodes);
    }

    @ResolveField(() => [CourseType], { description: 'Courses to be taken before.' })
    async prerequisites(@Parent() content: ContentRow, @Asked() asked: RequestContext): Promise<CourseRow[]> {
      const ids = await this.loaders.prerequisiteIdsOf.of(asked).load(content.versionId);
      const courses = await Promise.all(ids.map((id) => this.loaders.byId.of(asked).load(id)));
      return courses.filter((course) => course !== null);
    }

    private async texts(content: ContentRow, asked: RequestContext): Promise<TextRow[]> {
      return content.texts ?? this.loaders.textsOf.of(asked).load(content.versionId);
    }

    private async summaryOf(content: ContentRow, asked: RequestContext, locale?: string): Promise<TextRow | null> {
      const written = (await this.texts(content, asked)).filter((text) => text.summary !== null);
      return textIn(written, wishes(asked, locale), content.providerLocale);
    }

    private async descriptionOf(content: ContentRow, asked: RequestContext, locale?: string): Promise<TextRow | null> {
      const written = (await this.texts(content, asked)).filter((text) => text.isDescribed);
      return textIn(written, wishes(asked, locale), content.providerLocale);
    }
  }
  return ContentFields;
}

export type OutcomeParent = OutcomeRow & { providerLocale: string };

export function wishes(asked: RequestContext, locale?: string | null): readonly string[] {
  return locale ? [locale] : asked.locales;
}
