export enum LegalArea {
  LABOR = 'LABOR',
  TRADE_UNIONS = 'TRADE_UNIONS',
  OSH = 'OSH',
  OSH_TRAINING = 'OSH_TRAINING',
  EDUCATION = 'EDUCATION',
  QUALIFICATIONS = 'QUALIFICATIONS',
  PERSONAL_DATA = 'PERSONAL_DATA',
}

export enum LegalActStatus {
  IN_FORCE = 'IN_FORCE',
  ADOPTED = 'ADOPTED',
  DOUBTFUL = 'DOUBTFUL',
  UNKNOWN = 'UNKNOWN',
  REPEALED = 'REPEALED',
}

export enum RequirementKind {
  AUDIENCE = 'AUDIENCE',
  BAR = 'BAR',
  COLLECTION_LIMIT = 'COLLECTION_LIMIT',
  COMPETENCE_MAP = 'COMPETENCE_MAP',
  CONSENT = 'CONSENT',
  CONTENT = 'CONTENT',
  CONTENT_SPLIT = 'CONTENT_SPLIT',
  CROSS_BORDER = 'CROSS_BORDER',
  DATA_LOCALIZATION = 'DATA_LOCALIZATION',
  DATA_SUBJECT_RIGHT = 'DATA_SUBJECT_RIGHT',
  DEFINITION = 'DEFINITION',
  DELIVERY_MODE = 'DELIVERY_MODE',
  DOCUMENT = 'DOCUMENT',
  EMPLOYER_DUTY = 'EMPLOYER_DUTY',
  FRAMEWORK = 'FRAMEWORK',
  INITIAL_DEADLINE = 'INITIAL_DEADLINE',
  MIN_HOURS = 'MIN_HOURS',
  PROVIDER = 'PROVIDER',
  PUBLIC_CONTROL = 'PUBLIC_CONTROL',
  RECERT_INTERVAL = 'RECERT_INTERVAL',
  REGISTRATION = 'REGISTRATION',
  ROLE = 'ROLE',
  SECURITY_LEVEL = 'SECURITY_LEVEL',
}

export enum LegalUnit {
  MONTHS = 'MONTHS',
  HOURS = 'HOURS',
  ACADEMIC_HOURS = 'ACADEMIC_HOURS',
}

export enum TrainingMode {
  IN_PERSON = 'IN_PERSON',
  ONLINE = 'ONLINE',
}

export enum TrainingDocument {
  ATTENDANCE = 'ATTENDANCE',
  COMPLETION = 'COMPLETION',
  KNOWLEDGE_CHECK = 'KNOWLEDGE_CHECK',
  QUALIFICATION = 'QUALIFICATION',
}

export enum TrainingProvider {
  ACADEMY = 'ACADEMY',
  TRAINING_CENTER = 'TRAINING_CENTER',
  OSH_SERVICE_PROVIDER = 'OSH_SERVICE_PROVIDER',
  EMPLOYER = 'EMPLOYER',
}

/** The values of the reference lists; a requirement that is not verified never blocks. */
export enum LegalVerification {
  VERIFIED = 'VERIFIED',
  PARTLY = 'PARTLY',
  UNVERIFIED = 'UNVERIFIED',
}

export enum RatificationStatus {
  RATIFIED = 'RATIFIED',
  NOT_RATIFIED = 'NOT_RATIFIED',
  NONE_FOUND = 'NONE_FOUND',
  UNDER_WAY = 'UNDER_WAY',
}

/** Whether what a requirement of this kind asks can be counted in the unit. Null: it names no number. */
export function fits(kind: RequirementKind, unit: LegalUnit | null): boolean {
  if (unit === null) return true;
  if (kind === RequirementKind.MIN_HOURS) return unit !== LegalUnit.MONTHS;
  return kind !== RequirementKind.RECERT_INTERVAL || unit === LegalUnit.MONTHS;
}
