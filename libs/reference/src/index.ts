import { Country } from './country/country.entity.js';
import { CountryLanguage } from './country/country-language.entity.js';
import { CountryTimeZone } from './country/country-time-zone.entity.js';
import { Currency } from './country/currency.entity.js';
import { Language } from './country/language.entity.js';
import { Subdivision } from './country/subdivision.entity.js';
import { UnionCenter } from './country/union-center.entity.js';
import { ReferenceVersion } from './reference-version.entity.js';
import { TrainingRole } from './role/training-role.entity.js';
import { Sector } from './sector/sector.entity.js';

export { CountryType } from './country/country.type.js';
export { SubdivisionType } from './country/subdivision.type.js';
export { type Listed, ReferenceLists } from './lists/reference-lists.js';
export type { CodePaths, Codes } from './lists/unknown-codes.js';
export { BadReferenceData } from './load/bad-reference-data.js';
export { loadReference, refreshReference } from './load/load-reference.js';
export type { Changes } from './load/merge-rows.js';
export { oneLoad } from './load/one-load.js';
export { ReferenceModule } from './reference.module.js';
export { CodeList, UnknownCode } from './reference.reasons.js';
export { TrainingRoleType } from './role/training-role.type.js';
export { SectorType } from './sector/sector.type.js';
export { Country, Currency, Language, Sector, Subdivision, TrainingRole };

/** Every table of this lib, for the data source. */
export const referenceEntities = [
  Currency,
  Country,
  Language,
  CountryLanguage,
  CountryTimeZone,
  Subdivision,
  UnionCenter,
  Sector,
  TrainingRole,
  ReferenceVersion,
];
