import './reference.messages.js';
import { Module } from '@nestjs/common';
import { CountryResolver } from './country/country.resolver.js';
import { CountryLanguageResolver } from './country/country-language.resolver.js';
import { SubdivisionResolver } from './country/subdivision.resolver.js';
import { UnionCenterResolver } from './country/union-center.resolver.js';
import { ReferenceLists } from './lists/reference-lists.js';
import { TrainingRoleResolver } from './role/training-role.resolver.js';
import { SectorResolver } from './sector/sector.resolver.js';

/** Countries, sectors and training roles: read by everybody, written by the load only. */
@Module({
  providers: [
    ReferenceLists,
    CountryResolver,
    CountryLanguageResolver,
    SubdivisionResolver,
    UnionCenterResolver,
    SectorResolver,
    TrainingRoleResolver,
  ],
  exports: [ReferenceLists],
})
export class ReferenceModule {}
