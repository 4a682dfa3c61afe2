import './curriculum.messages.js';
import './law/law.enum-types.js';
import { Module, type OnModuleInit } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { IdentityModule } from '#identity';
import { Nodes } from '#platform';
import { ReferenceModule } from '#reference';
import { ConventionRatificationResolver, IloConventionResolver } from './law/ilo-convention.resolver.js';
import { LawLoaders } from './law/law.loaders.js';
import { LegalActResolver } from './law/legal-act.resolver.js';
import { LegalActEditionResolver, LegalRequirementResolver } from './law/legal-act-edition.resolver.js';
import { LegalChangesResolver } from './law/legal-changes.resolver.js';
import { LegalChanges } from './law/legal-changes.service.js';
import { LegalRegister } from './law/legal-register.service.js';

/** Curricula, their variants by country, the legal register, and how the one answers to the other. */
@Module({
  imports: [ReferenceModule, IdentityModule, CatalogModule],
  providers: [
    ConventionRatificationResolver,
    IloConventionResolver,
    LawLoaders,
    LegalActEditionResolver,
    LegalActResolver,
    LegalChanges,
    LegalChangesResolver,
    LegalRegister,
    LegalRequirementResolver,
  ],
})
export class CurriculaModule implements OnModuleInit {
  constructor(
    private readonly nodes: Nodes,
    private readonly law: LawLoaders,
  ) {}

  onModuleInit(): void {
    this.nodes.register('LegalAct', (id, asked) => this.law.actById.of(asked).load(id.toLowerCase()));
    this.nodes.register('LegalActEdition', (id, asked) => this.law.editionById.of(asked).load(id.toLowerCase()));
    this.nodes.register('LegalRequirement', (id, asked) => this.law.requirementById.of(asked).load(id.toLowerCase()));
  }
}
