import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform';
import { ReferenceLists } from '#reference';
import { Alignments } from '../alignment/alignments.js';
import type { Finding } from '../alignment/engine.types.js';
import { LawLoaders } from '../law/law.loaders.js';
import { LegalRegister } from '../law/legal-register.service.js';
import { ModuleLoaders } from '../module/module.loaders.js';
import { type Chosen, chosenText, titleIn } from '../text/chosen-text.js';
import { Programs } from '../variant/programs.js';
import type { DocumentWish } from './documents.js';
import type { Article, Convention, CountryLaw } from './program-document.js';
import { type Taught, TaughtVersions } from './taught-version.js';

/** How one version of a curriculum stands to the law, with the words of the law. Constant in queries. */
@Injectable()
export class DocumentLaw {
  constructor(
    private readonly alignments: Alignments,
    private readonly law: LawLoaders,
    private readonly modules: ModuleLoaders,
    private readonly programs: Programs,
    private readonly reference: ReferenceLists,
    private readonly register: LegalRegister,
    private readonly versions: TaughtVersions,
  ) {}

  /** The wished country, or every country in force in the order of the codes. */
  async of(taught: Taught, wish: DocumentWish, asked: RequestContext): Promise<CountryLaw[]> {
    const { countries } = await this.reference.of(asked);
    const inForce = [...countries.values()].filter(({ retiredAt }) => !retiredAt).map(({ code }) => code);
    const codes = wish.countryCode ? [wish.countryCode] : inForce.sort();
    const conventions = await this.conventionsOf(codes, wish.locales, asked);
    return Promise.all(
      codes.map(async (code) => ({
        ...(await this.inCountry(taught, code, wish, asked)),
        name: chosenText(countries.get(code)?.names ?? { en: code }, wish.locales),
        conventions: conventions.get(code) ?? [],
      })),
    );
  }

  private async inCountry(taught: Taught, code: string, { on, locales }: DocumentWish, asked: RequestContext) {
    const { curriculum, version } = (await this.versions.inCountry(taught, code, asked)) ?? taught;
    const base = await this.alignments.baseOf(curriculum, asked);
    const [judge, program] = await Promise.all([
      this.alignments.judge(base, curriculum, code, on, asked),
      this.alignments.factsOf(version, asked),
    ]);
    return {
      code,
      hasVariant: curriculum.countryCode === code,
      titles: await this.titlesOf({ curriculum, version }, locales, asked),
      articles: await Promise.all(judge(program).map((finding) => this.articleOf(finding, locales, asked))),
    };
  }

  private async articleOf(finding: Finding, locales: readonly string[], asked: RequestContext): Promise<Article> {
    const requirement = known(await this.law.requirementById.of(asked).load(finding.requirementId));
    const edition = known(await this.law.editionById.of(asked).load(requirement.editionId));
    const act = known(await this.law.actById.of(asked).load(edition.actId));
    const [actTitle, text] = [chosenText(act.titles, locales), chosenText(requirement.texts, locales)];
    return { finding, requirement, edition, act, actTitle, text };
  }

  private async titlesOf({ version }: Taught, locales: readonly string[], asked: RequestContext) {
    const program = await this.programs.of(version, asked);
    const titles = program.map(async ({ moduleId, moduleVersionId, texts }): Promise<[string, Chosen]> => {
      const taught = known(await this.modules.versionById.of(asked).load(moduleVersionId));
      const { title, locale } = titleIn(texts.length > 0 ? texts : taught.texts, locales, taught.ownerLocale);
      return [moduleId, { text: title, locale }];
    });
    return new Map(await Promise.all(titles));
  }

  private async conventionsOf(codes: string[], locales: readonly string[], asked: RequestContext) {
    const conventions = await this.register.conventions();
    const found = new Map<string, Convention[]>(codes.map((code) => [code, []]));
    const ratifications = await Promise.all(conventions.map(({ id }) => this.law.ratificationsOf.of(asked).load(id)));
    for (const [place, { code, titles }] of conventions.entries()) {
      for (const { countryCode, status, date } of ratifications[place] ?? []) {
        found.get(countryCode)?.push({ code, title: chosenText(titles, locales), status, date });
      }
    }
    return found;
  }
}

function known<Row>(row: Row | null): Row {
  if (row === null) throw new Error('a record of the legal register is gone');
  return row;
}
