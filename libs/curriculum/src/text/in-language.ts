import { Args } from '@nestjs/graphql';
import { Locale } from '#platform';

/** The optional `locale` argument of a translated field. */
export const InLanguage = () =>
  Args('locale', {
    type: () => Locale,
    nullable: true,
    description: 'Language to prefer over those of Accept-Language; null: only those.',
  });
