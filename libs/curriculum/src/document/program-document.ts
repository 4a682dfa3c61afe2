import type { Finding } from '../alignment/engine.types.js';
import type { RatificationStatus, TrainingDocument, TrainingMode, TrainingProvider } from '../law/law.enums.js';
import type { LegalAct } from '../law/legal-act.entity.js';
import type { LegalActEdition } from '../law/legal-act-edition.entity.js';
import type { LegalRequirement } from '../law/legal-requirement.entity.js';
import type { Hours, HoursBasis } from '../module/module.rows.js';
import type { Chosen } from '../text/chosen-text.js';
import type { OverrideKind } from '../variant/program.js';

/** A curriculum as an approving body reads it: every text chosen for the reader, nothing left to be looked up. */
export interface ProgramDocument {
  /** What the reader wants, best first. */
  locales: readonly string[];
  /** Where it is found again. */
  address: string;
  /** What people call it by. */
  code: string;
  title: Chosen;
  summary: Chosen | null;
  owner: Chosen;
  /** Null: a base before the law of all countries. */
  country: Chosen | null;
  number: number;
  /** Null: a draft. */
  publishedOn: string | null;
  /** Of a variant, which version of its base it follows; null: a base. */
  baseNumber: number | null;
  sectors: Chosen[];
  roles: Chosen[];
  /** What gives the hours of the whole; null: they are the sum of what is chosen module by module. */
  hoursSource: string | null;
  repeatMonths: number | null;
  modes: readonly TrainingMode[];
  documents: readonly TrainingDocument[];
  providers: readonly TrainingProvider[];
  modules: DocumentModule[];
  /** The day whose law is asked. */
  on: string;
  law: CountryLaw[];
}

export interface DocumentModule {
  moduleId: string;
  place: number;
  title: Chosen;
  summary: Chosen | null;
  hours: Hours;
  hoursBasis: HoursBasis;
  /** What prescribes the hours; null: the owner’s own choice, or the requirement that makes a variant differ. */
  hoursSource: string | null;
  isElective: boolean;
  /** Places of the modules to be taken before. */
  requiredPlaces: number[];
  outcomes: Chosen[];
  courses: Chosen[];
  differences: DocumentDifference[];
}

/** What a variant says otherwise than its base, and why. */
export interface DocumentDifference {
  kind: OverrideKind;
  requirement: Chosen | null;
  reason: string | null;
}

/** A program before the law of one country. */
export interface CountryLaw {
  code: string;
  name: Chosen;
  /** False: the country has no variant, so the base was judged. */
  hasVariant: boolean;
  /** Titles of the judged modules, by id. */
  titles: Map<string, Chosen>;
  articles: Article[];
  conventions: Convention[];
}

/** One requirement with its act, and how the program stands to it. */
export interface Article {
  finding: Finding;
  requirement: LegalRequirement;
  edition: LegalActEdition;
  act: LegalAct;
  actTitle: Chosen;
  text: Chosen;
}

export interface Convention {
  code: string;
  title: Chosen;
  status: RatificationStatus;
  date: string | null;
}
