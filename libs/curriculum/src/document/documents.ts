import { Injectable } from '@nestjs/common';
import { CourseLoaders } from '#catalog';
import { OrganizationLoaders } from '#identity';
import type { RequestContext } from '#platform';
import { ReferenceLists } from '#reference';
import { CurriculumLoaders } from '../curriculum/curriculum.loaders.js';
import { LawLoaders } from '../law/law.loaders.js';
import { ModuleLoaders } from '../module/module.loaders.js';
import type { ModuleVersionRow } from '../module/module.rows.js';
import { type Chosen, chosenText, titleIn } from '../text/chosen-text.js';
import { changesHours, hoursBasisIn, type Override, type ProgramModule } from '../variant/program.js';
import { Programs } from '../variant/programs.js';
import { Addresses } from './addresses.js';
import { DocumentLaw } from './document-law.js';
import type { DocumentDifference, DocumentModule, ProgramDocument } from './program-document.js';
import type { Taught } from './taught-version.js';

export interface DocumentWish {
  /** Null: before the law of all countries. */
  countryCode: string | null;
  on: string;
  locales: readonly string[];
}

/** Gathers what the document for an approving body says. */
@Injectable()
export class Documents {
  constructor(
    private readonly addresses: Addresses,
    private readonly courses: CourseLoaders,
    private readonly law: LawLoaders,
    private readonly laws: DocumentLaw,
    private readonly loaders: CurriculumLoaders,
    private readonly modules: ModuleLoaders,
    private readonly organizations: OrganizationLoaders,
    private readonly programs: Programs,
    private readonly reference: ReferenceLists,
  ) {}

  async of({ curriculum, version }: Taught, wish: DocumentWish, asked: RequestContext): Promise<ProgramDocument> {
    const { locales, countryCode, on } = wish;
    const { countries, sectors, roles } = await this.reference.of(asked);
    const named = (list: Map<string, { names: Record<string, string> }>, code: string) =>
      chosenText(list.get(code)?.names ?? { en: code }, locales);
    const [base, modules, owner, law] = await Promise.all([
      version.baseVersionId ? this.loaders.versionById.of(asked).load(version.baseVersionId) : null,
      this.modulesOf(await this.programs.of(version, asked), locales, asked),
      this.ownerOf(version.ownerId, version.ownerLocale, locales, asked),
      this.laws.of({ curriculum, version }, wish, asked),
    ]);
    const { title, summary, locale } = titleIn(version.texts, locales, version.ownerLocale);
    return {
      locales,
      address: this.addresses.document(version, { country: countryCode }),
      code: curriculum.code,
      title: { text: title, locale },
      summary: summary === null ? null : { text: summary, locale },
      owner,
      country: countryCode ? named(countries, countryCode) : null,
      number: version.number,
      publishedOn: version.publishedAt?.toISOString().slice(0, 10) ?? null,
      baseNumber: base?.number ?? null,
      sectors: version.sectorCodes.map((code) => named(sectors, code)),
      roles: version.roleCodes.map((code) => named(roles, code)),
      hoursSource: version.hoursSource,
      repeatMonths: version.repeatMonths,
      modes: version.trainingModes ?? [],
      documents: version.documents ?? [],
      providers: version.providers ?? [],
      modules,
      on,
      law,
    };
  }

  private async ownerOf(id: string, ownerLocale: string, locales: readonly string[], asked: RequestContext) {
    const names = await this.organizations.names.of(asked).load(id);
    const texts = Object.fromEntries(names.map(({ locale, name }) => [locale, name]));
    return chosenText(texts, locales, [ownerLocale]);
  }

  private async modulesOf(program: ProgramModule[], locales: readonly string[], asked: RequestContext) {
    const placeOf = new Map(program.map(({ moduleId, position }) => [moduleId, position]));
    return Promise.all(
      program.map(async (module): Promise<DocumentModule> => {
        const version = await this.modules.versionById.of(asked).load(module.moduleVersionId);
        if (!version) throw new Error(`module version ${module.moduleVersionId} is gone`);
        const own = titleIn(module.texts.length > 0 ? module.texts : version.texts, locales, version.ownerLocale);
        const [courses, differences] = await Promise.all([
          this.coursesOf(version, locales, asked),
          Promise.all(module.overrides.map((override) => this.differenceOf(override, locales, asked))),
        ]);
        return {
          moduleId: module.moduleId,
          place: module.position,
          title: { text: own.title, locale: own.locale },
          summary: own.summary === null ? null : { text: own.summary, locale: own.locale },
          hours: module.hours,
          hoursBasis: hoursBasisIn(module, version),
          hoursSource: changesHours(module) ? null : version.hoursSource,
          isElective: module.isElective,
          requiredPlaces: module.requiredModuleIds.flatMap((id) => placeOf.get(id) ?? []).sort((a, b) => a - b),
          outcomes: version.outcomes.map(({ texts }) => chosenText(texts, locales, [version.ownerLocale])),
          courses,
          differences,
        };
      }),
    );
  }

  /** Courses in the catalog that deliver a module. */
  private async coursesOf(version: ModuleVersionRow, locales: readonly string[], asked: RequestContext) {
    const courses = await this.courses.byId.of(asked).loadMany(version.courseIds);
    return courses.flatMap((course): Chosen[] => {
      if (course === null || course instanceof Error || !course.texts?.length) return [];
      const { title, locale } = titleIn(course.texts, locales, course.providerLocale);
      return [{ text: title, locale }];
    });
  }

  private async differenceOf(
    { kind, reason, requirementId }: Override,
    locales: readonly string[],
    asked: RequestContext,
  ): Promise<DocumentDifference> {
    const requirement = requirementId ? await this.law.requirementById.of(asked).load(requirementId) : null;
    return { kind, reason, requirement: requirement && chosenText(requirement.texts, locales) };
  }
}
