import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  Asked,
  CurrentViewer,
  Day,
  faults,
  isId,
  Public,
  payload,
  type RequestContext,
  Requires,
  type Viewer,
} from '#platform';
import { ReferenceLists } from '#reference';
import type { Curriculum } from '../curriculum/curriculum.entity.js';
import { CurriculumLoaders } from '../curriculum/curriculum.loaders.js';
import { CurriculumType } from '../curriculum/curriculum.type.js';
import { type CountryConventionRow, CountryConventions } from '../law/country-conventions.js';
import { CountryConvention } from '../law/ilo-convention.type.js';
import { Aligning } from './aligning.service.js';
import type { Alignment } from './alignment.entity.js';
import { AlignModuleInput } from './alignment.input.js';
import { AlignModulePayload } from './alignment.payload.js';
import { AlignmentMatrix, AlignmentType, CountryAlignment } from './alignment.type.js';
import { Alignments, type CountryAlignmentRow } from './alignments.js';
import { recognize } from './recognition.rules.js';
import { Recognition } from './recognition.type.js';
import { today } from './today.js';

const ON = { type: () => Day, nullable: true, description: 'The day; null: today in UTC.' } as const;
const COUNTRY = 'Country (ISO 3166-1 alpha-2).';

@Resolver(() => CurriculumType)
export class AlignmentResolver {
  constructor(
    private readonly aligning: Aligning,
    private readonly alignments: Alignments,
    private readonly loaders: CurriculumLoaders,
    private readonly reference: ReferenceLists,
    private readonly standings: CountryConventions,
  ) {}

  @Mutation(() => AlignModulePayload, { description: 'Judges a module of a curriculum against a requirement.' })
  @Requires('curriculum.edit')
  alignModule(
    @Args('input') input: AlignModuleInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AlignModulePayload> {
    return payload(AlignModulePayload, async () => ({
      alignment: asShown(await this.aligning.align(asked, viewer, input)),
    }));
  }

  @Query(() => AlignmentMatrix, {
    nullable: true,
    description: 'A curriculum against the law of all countries; null when there is none, or not for you to see.',
  })
  @Public('programs and law are for everybody')
  async alignmentMatrix(
    @Args('curriculumId', { type: () => ID, description: 'A base, or any of its variants.' }) curriculumId: string,
    @Asked() asked: RequestContext,
    @Args('on', ON) on?: string | null,
  ): Promise<{ on: string; countries: CountryAlignmentRow[] } | null> {
    const curriculum = isId(curriculumId) ? await this.loaders.byId.of(asked).load(curriculumId.toLowerCase()) : null;
    if (!curriculum) return null;
    const day = on ?? today();
    const { countries } = await this.reference.of(asked);
    const codes = [...countries.values()].filter(({ retiredAt }) => !retiredAt).map(({ code }) => code);
    const rows = codes.sort().map((code) => this.alignments.of(curriculum, code, day, asked));
    return { on: day, countries: await Promise.all(rows) };
  }

  @ResolveField(() => CountryAlignment, { description: 'How it stands to the law of one country.' })
  alignment(
    @Parent() curriculum: Curriculum,
    @Asked() asked: RequestContext,
    @Args('countryCode', { type: () => String, nullable: true, description: `${COUNTRY} Null: that of the variant.` })
    countryCode?: string | null,
    @Args('on', ON) on?: string | null,
  ): Promise<CountryAlignmentRow> {
    return this.alignments.of(curriculum, countryOf(curriculum, countryCode), on ?? today(), asked);
  }

  @ResolveField(() => [CountryConvention], {
    description: 'ILO conventions that bear on training, and where a country stands with each on a day.',
  })
  conventions(
    @Parent() curriculum: Curriculum,
    @Asked() asked: RequestContext,
    @Args('countryCode', { type: () => String, nullable: true, description: `${COUNTRY} Null: that of the variant.` })
    countryCode?: string | null,
    @Args('on', ON) on?: string | null,
  ): Promise<CountryConventionRow[]> {
    return this.standings.of(countryOf(curriculum, countryCode), on ?? today(), asked);
  }

  @Query(() => Recognition, {
    nullable: true,
    description:
      'Whether a curriculum completed in one country answers to the law of another; null: no such curriculum.',
  })
  @Public('programs and law are for everybody')
  async recognition(
    @Args('curriculumId', { type: () => ID, description: 'A base, or any of its variants.' }) curriculumId: string,
    @Args('from', { type: () => String, description: `Where it was completed. ${COUNTRY}` }) from: string,
    @Args('to', { type: () => String, description: `Whose law is asked. ${COUNTRY}` }) to: string,
    @Asked() asked: RequestContext,
    @Args('on', ON) on?: string | null,
  ): Promise<Recognition | null> {
    const curriculum = isId(curriculumId) ? await this.loaders.byId.of(asked).load(curriculumId.toLowerCase()) : null;
    if (!curriculum) return null;
    const day = on ?? today();
    const [completed, wanted, base] = await Promise.all([
      this.alignments.of(curriculum, from, day, asked),
      this.alignments.of(curriculum, to, day, asked),
      this.alignments.baseOf(curriculum, asked),
    ]);
    const judge = await this.alignments.judge(base, wanted.curriculum, to, day, asked);
    const answer = recognize(completed.program, wanted.program, judge);
    return { fromCountryCode: from, toCountryCode: to, on: day, ...answer } as Recognition;
  }
}

function countryOf(curriculum: Curriculum, asked: string | null | undefined): string {
  const code = asked ?? curriculum.countryCode;
  if (!code) throw faults.badInput('Give the countryCode: a base is not for one country.');
  return code;
}

function asShown(alignment: Alignment): AlignmentType {
  return { ...alignment, hours: alignment.hours === null ? null : Number(alignment.hours) };
}
