import './alignment/alignment.messages.js';
import './curriculum.messages.js';
import './document/document-columns.messages.js';
import './document/document-labels.messages.js';
import './document/document-values.messages.js';
import './law/law.enum-types.js';
import { Module, type OnModuleInit } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { IdentityModule } from '#identity';
import { Nodes } from '#platform';
import { ReferenceModule } from '#reference';
import { Aligning } from './alignment/aligning.service.js';
import { AlignmentResolver } from './alignment/alignment.resolver.js';
import { Alignments } from './alignment/alignments.js';
import { CountryAlignmentResolver, FindingResolver } from './alignment/finding.resolver.js';
import { CurriculaList } from './curriculum/curricula.queries.js';
import { CurriculaResolver } from './curriculum/curricula.resolver.js';
import { Curricula } from './curriculum/curricula.service.js';
import { CurriculumLoaders } from './curriculum/curriculum.loaders.js';
import { CurriculumResolver } from './curriculum/curriculum.resolver.js';
import { CurriculumVersionResolver, PlacedModuleResolver } from './curriculum/curriculum-version.resolver.js';
import { ModuleOffers } from './curriculum/module-offers.js';
import { Addresses } from './document/addresses.js';
import { AddressesResolver } from './document/addresses.resolver.js';
import { DocumentController } from './document/document.controller.js';
import { DocumentLaw } from './document/document-law.js';
import { Documents } from './document/documents.js';
import { LinkedProgramController } from './document/linked-program.controller.js';
import { TaughtVersions } from './document/taught-version.js';
import { CountryConventions } from './law/country-conventions.js';
import { ConventionRatificationResolver, IloConventionResolver } from './law/ilo-convention.resolver.js';
import { LawLoaders } from './law/law.loaders.js';
import { LegalActResolver } from './law/legal-act.resolver.js';
import { LegalActEditionResolver, LegalRequirementResolver } from './law/legal-act-edition.resolver.js';
import { LegalChangesResolver } from './law/legal-changes.resolver.js';
import { LegalChanges } from './law/legal-changes.service.js';
import { LegalRegister } from './law/legal-register.service.js';
import { LearningPrograms } from './learning/learning-programs.js';
import { ModuleLoaders } from './module/module.loaders.js';
import { ModuleResolver, ModuleVersionResolver } from './module/module.resolver.js';
import { Modules } from './module/modules.service.js';
import { Rechecks } from './review/rechecks.js';
import { ReviewLoaders } from './review/review.loaders.js';
import { CurriculumReviewResolver, EditionReviewResolver, ReviewResolver } from './review/review.resolver.js';
import { Reviews } from './review/reviews.service.js';
import { Lags } from './variant/lag.js';
import { Programs } from './variant/programs.js';
import {
  ModuleOverrideResolver,
  VariantFieldsResolver,
  VersionOverridesResolver,
} from './variant/variant-fields.resolver.js';
import { VariantsResolver } from './variant/variants.resolver.js';
import { Variants } from './variant/variants.service.js';

/** Curricula, their variants by country, the legal register, and how the one answers to the other. */
@Module({
  imports: [ReferenceModule, IdentityModule, CatalogModule],
  controllers: [DocumentController, LinkedProgramController],
  providers: [
    Addresses,
    AddressesResolver,
    Aligning,
    AlignmentResolver,
    Alignments,
    ConventionRatificationResolver,
    CountryAlignmentResolver,
    CountryConventions,
    Curricula,
    CurriculaList,
    CurriculaResolver,
    CurriculumLoaders,
    CurriculumResolver,
    CurriculumReviewResolver,
    CurriculumVersionResolver,
    DocumentLaw,
    Documents,
    EditionReviewResolver,
    FindingResolver,
    IloConventionResolver,
    Lags,
    LawLoaders,
    LearningPrograms,
    LegalActEditionResolver,
    LegalActResolver,
    LegalChanges,
    LegalChangesResolver,
    LegalRegister,
    LegalRequirementResolver,
    ModuleLoaders,
    ModuleOffers,
    ModuleOverrideResolver,
    ModuleResolver,
    Modules,
    ModuleVersionResolver,
    PlacedModuleResolver,
    Programs,
    Rechecks,
    ReviewLoaders,
    ReviewResolver,
    Reviews,
    TaughtVersions,
    VariantFieldsResolver,
    Variants,
    VariantsResolver,
    VersionOverridesResolver,
  ],
  exports: [CurriculumLoaders, LawLoaders, LearningPrograms],
})
export class CurriculaModule implements OnModuleInit {
  constructor(
    private readonly nodes: Nodes,
    private readonly law: LawLoaders,
    private readonly curricula: CurriculumLoaders,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Curriculum', (id, asked) => this.curricula.byId.of(asked).load(id.toLowerCase()));
    this.nodes.register('LegalAct', (id, asked) => this.law.actById.of(asked).load(id.toLowerCase()));
    this.nodes.register('LegalActEdition', (id, asked) => this.law.editionById.of(asked).load(id.toLowerCase()));
    this.nodes.register('LegalRequirement', (id, asked) => this.law.requirementById.of(asked).load(id.toLowerCase()));
  }
}
