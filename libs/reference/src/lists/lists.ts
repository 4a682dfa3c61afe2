import type { EntityManager } from 'typeorm';
import { grouped } from '#platform';
import { Country } from '../country/country.entity.js';
import { CountryLanguage } from '../country/country-language.entity.js';
import { CountryTimeZone } from '../country/country-time-zone.entity.js';
import { Currency } from '../country/currency.entity.js';
import { Language } from '../country/language.entity.js';
import { Subdivision } from '../country/subdivision.entity.js';
import { UnionCenter } from '../country/union-center.entity.js';
import { TrainingRole } from '../role/training-role.entity.js';
import { Sector } from '../sector/sector.entity.js';

/** All reference lists as they were at one version. Maps hold retired records too; lists under a country do not. */
export interface Lists {
  countries: Map<string, Country>;
  currencies: Map<string, Currency>;
  languages: Map<string, Language>;
  subdivisions: Map<string, Subdivision>;
  sectors: Map<string, Sector>;
  roles: Map<string, TrainingRole>;
  languagesOf: Map<string, CountryLanguage[]>;
  timeZonesOf: Map<string, CountryTimeZone[]>;
  subdivisionsOf: Map<string, Subdivision[]>;
  unionCentersOf: Map<string, UnionCenter[]>;
}

/** Reads them all. Give it a repeatable read transaction, so that the tables belong together. */
export async function readLists(tx: EntityManager): Promise<Lists> {
  const subdivisions = await tx.find(Subdivision);
  const inOrder = { order: { position: 'ASC' } } as const;
  return {
    countries: byCode(await tx.find(Country)),
    currencies: byCode(await tx.find(Currency)),
    languages: new Map((await tx.find(Language)).map((language) => [language.tag, language])),
    subdivisions: byCode(subdivisions),
    sectors: byCode(await tx.find(Sector)),
    roles: byCode(await tx.find(TrainingRole)),
    languagesOf: ofCountry(await tx.find(CountryLanguage, inOrder)),
    timeZonesOf: ofCountry(await tx.find(CountryTimeZone, inOrder)),
    subdivisionsOf: ofCountry(subdivisions),
    unionCentersOf: ofCountry(await tx.find(UnionCenter, inOrder)),
  };
}

function byCode<Row extends { code: string }>(rows: Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.code, row]));
}

function ofCountry<Row extends { countryCode: string; retiredAt: Date | null }>(rows: Row[]): Map<string, Row[]> {
  return grouped(
    rows.filter((row) => !row.retiredAt),
    (row) => row.countryCode,
  );
}
