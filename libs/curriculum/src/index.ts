import { Alignment } from './alignment/alignment.entity.js';
import { Curriculum } from './curriculum/curriculum.entity.js';
import { CurriculumVersion } from './curriculum/curriculum-version.entity.js';
import { ConventionRatification, IloConvention } from './law/ilo-convention.entity.js';
import { LegalAct } from './law/legal-act.entity.js';
import { LegalActEdition } from './law/legal-act-edition.entity.js';
import { LegalRequirement } from './law/legal-requirement.entity.js';
import { CurriculumModule } from './module/curriculum-module.entity.js';
import { CurriculumModuleVersion } from './module/curriculum-module-version.entity.js';
import { CurriculumOutcome } from './module/curriculum-outcome.entity.js';
import { LegalRecheck } from './review/legal-recheck.entity.js';
import { ReviewTask } from './review/review-task.entity.js';

export { Aligning } from './alignment/aligning.service.js';
export { Coverage } from './alignment/engine.types.js';
export { lawTaughtBy } from './alignment/law-taught.js';
export { RecognitionVerdict } from './alignment/recognition.rules.js';
export { Curricula } from './curriculum/curricula.service.js';
export { CurriculumLoaders } from './curriculum/curriculum.loaders.js';
export { CurriculumNotFound } from './curriculum/curriculum.reasons.js';
export type { CurriculumVersionRow } from './curriculum/curriculum.rows.js';
export { CurriculumType, CurriculumVersionType, PlacedModule } from './curriculum/curriculum.type.js';
export { insertCurriculumLike, publishedBaseVersion } from './curriculum/like-curriculum.js';
export { CurriculaModule } from './curriculum.module.js';
export { TrainingDocument, TrainingMode, TrainingProvider } from './law/law.enums.js';
export { LawLoaders } from './law/law.loaders.js';
export { LegalActEditionType, LegalRequirementType } from './law/legal-act.type.js';
export { beginLegalRegister, loadLegalRegister, type RegisterChanges } from './law/load/load-legal-register.js';
export { BadLegalData } from './law/load/read-register.js';
export { type LearningProgram, LearningPrograms } from './learning/learning-programs.js';
export { Modules } from './module/modules.service.js';
export { Rechecks } from './review/rechecks.js';
export { OverrideKind } from './variant/program.js';
export { Variants } from './variant/variants.service.js';
export { Curriculum, CurriculumVersion, LegalAct, LegalActEdition, LegalRequirement };

/** The tables of the legal register, for who needs nothing else. */
export const legalEntities = [LegalAct, LegalActEdition, LegalRequirement, IloConvention, ConventionRatification];

/** Every table of this lib that has an entity; what hangs on versions is plain SQL. */
export const curriculumEntities = [
  ...legalEntities,
  CurriculumModule,
  CurriculumModuleVersion,
  CurriculumOutcome,
  Curriculum,
  CurriculumVersion,
  Alignment,
  LegalRecheck,
  ReviewTask,
];
