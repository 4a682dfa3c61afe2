import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { CurriculumVersionRow } from '../curriculum/curriculum.rows.js';
import { CurriculumVersionType } from '../curriculum/curriculum.type.js';
import { InLanguage } from '../text/in-language.js';
import { Addresses } from './addresses.js';

const InCountry = () =>
  Args('countryCode', {
    type: () => String,
    nullable: true,
    description: 'Whose variant and law (ISO 3166-1 alpha-2); null: of a variant its own, of a base all countries.',
  });

@Resolver(() => CurriculumVersionType)
export class AddressesResolver {
  constructor(private readonly addresses: Addresses) {}

  @ResolveField(() => String, {
    description: 'Stable address of the document for an approving body: a page that prints well.',
  })
  documentUrl(
    @Parent() it: CurriculumVersionRow,
    @InCountry() country?: string | null,
    @InLanguage() language?: string | null,
  ): string {
    return this.addresses.document(it, { country, language });
  }

  @ResolveField(() => String, { description: 'Stable address of its alignment as a table (CSV) for a spreadsheet.' })
  matrixUrl(
    @Parent() it: CurriculumVersionRow,
    @InCountry() country?: string | null,
    @InLanguage() language?: string | null,
  ): string {
    return this.addresses.matrix(it, { country, language });
  }
}
