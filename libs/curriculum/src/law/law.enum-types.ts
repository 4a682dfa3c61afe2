import { registerEnumType } from '@nestjs/graphql';
import {
  LegalActStatus,
  LegalArea,
  LegalUnit,
  LegalVerification,
  RatificationStatus,
  RequirementKind,
  TrainingDocument,
  TrainingMode,
  TrainingProvider,
} from './law.enums.js';

registerEnumType(LegalArea, {
  name: 'LegalArea',
  description: 'What an act is about. Expect values to be added.',
  valuesMap: {
    LABOR: { description: 'Labor relations.' },
    TRADE_UNIONS: { description: 'Trade unions and their rights.' },
    OSH: { description: 'Occupational safety and health.' },
    OSH_TRAINING: { description: 'Training and knowledge checks in safety and health.' },
    EDUCATION: { description: 'Education, advanced training of adults included.' },
    QUALIFICATIONS: { description: 'Qualifications and professional standards.' },
    PERSONAL_DATA: { description: 'Protection of personal data.' },
  },
});

registerEnumType(LegalActStatus, {
  name: 'LegalActStatus',
  description: 'Whether an act applies, as far as was seen.',
  valuesMap: {
    IN_FORCE: { description: 'In force, at least when last seen; only such an act may block publishing.' },
    ADOPTED: { description: 'Adopted; when it comes into force was not read.' },
    DOUBTFUL: { description: 'A later act may have replaced it.' },
    UNKNOWN: { description: 'Not checked.' },
    REPEALED: { description: 'No longer in force.' },
  },
});

registerEnumType(RequirementKind, {
  name: 'RequirementKind',
  description: 'What a requirement asks. Expect values to be added.',
  valuesMap: {
    AUDIENCE: { description: 'Who has to be trained.' },
    BAR: { description: 'Who may not work, or act, without training.' },
    COLLECTION_LIMIT: { description: 'Which personal data may not be collected.' },
    COMPETENCE_MAP: { description: 'Knowledge and skills that a standard names.' },
    CONSENT: { description: 'Consent of a person to the use of their data.' },
    CONTENT: { description: 'What training has to contain.' },
    CONTENT_SPLIT: { description: 'Parts that training has to be divided into.' },
    CROSS_BORDER: { description: 'Transfer of personal data abroad.' },
    DATA_LOCALIZATION: { description: 'Where personal data are kept.' },
    DATA_SUBJECT_RIGHT: { description: 'Rights of people over their data.' },
    DEFINITION: { description: 'What a word means in the act.' },
    DELIVERY_MODE: { description: 'In which form training may be given.' },
    DOCUMENT: { description: 'Which document proves it.' },
    EMPLOYER_DUTY: { description: 'What an employer has to do.' },
    FRAMEWORK: { description: 'What the act governs in general.' },
    INITIAL_DEADLINE: { description: 'How soon after taking up work a person is trained.' },
    MIN_HOURS: { description: 'At least so many hours.' },
    PROVIDER: { description: 'Who may teach, and with what means.' },
    PUBLIC_CONTROL: { description: 'Control by unions, and those who exercise it.' },
    RECERT_INTERVAL: { description: 'At least once in so many months.' },
    REGISTRATION: { description: 'What has to be entered in a register.' },
    ROLE: { description: 'A post that the act creates or governs.' },
    SECURITY_LEVEL: { description: 'How well personal data are protected.' },
  },
});

registerEnumType(LegalUnit, {
  name: 'LegalUnit',
  description: 'Unit of the value of a requirement.',
  valuesMap: {
    MONTHS: { description: 'Months.' },
    HOURS: { description: 'Hours; the act does not say of how many minutes. Compared with academic hours one to one.' },
    ACADEMIC_HOURS: { description: 'Academic hours.' },
  },
});

registerEnumType(TrainingMode, {
  name: 'TrainingMode',
  description: 'In which form training is given.',
  valuesMap: {
    IN_PERSON: { description: 'In one place with the teacher.' },
    ONLINE: { description: 'Over a network.' },
  },
});

registerEnumType(TrainingDocument, {
  name: 'TrainingDocument',
  description: 'A document that a learner gets. Expect values to be added.',
  valuesMap: {
    ATTENDANCE: { description: 'Proof of attendance.' },
    COMPLETION: { description: 'Certificate of completion.' },
    KNOWLEDGE_CHECK: { description: 'Proof that a knowledge check was passed.' },
    QUALIFICATION: { description: 'Document of advanced training or of a qualification.' },
  },
});

registerEnumType(TrainingProvider, {
  name: 'TrainingProvider',
  description: 'Who teaches. Expect values to be added.',
  valuesMap: {
    ACADEMY: { description: 'Academy or another school of the movement.' },
    TRAINING_CENTER: { description: 'Training center.' },
    OSH_SERVICE_PROVIDER: { description: 'Professional provider of safety and health services.' },
    EMPLOYER: { description: 'The employer itself.' },
  },
});

registerEnumType(LegalVerification, {
  name: 'LegalVerification',
  description: 'How far a record of the legal register was checked against the source it names.',
  valuesMap: {
    VERIFIED: { description: 'The named source says it. Only this may block publishing.' },
    PARTLY: { description: 'Some of it was read in the source. Warns only.' },
    UNVERIFIED: { description: 'From memory, or looked for and not found. Warns only.' },
  },
});

registerEnumType(RatificationStatus, {
  name: 'RatificationStatus',
  description: 'Where a country stands with a convention.',
  valuesMap: {
    RATIFIED: { description: 'Ratified.' },
    NOT_RATIFIED: { description: 'Not ratified, at the date of the source.' },
    NONE_FOUND: { description: 'No ratification was found.' },
    UNDER_WAY: { description: 'A national decision was taken; deposit with the ILO was not seen.' },
  },
});
