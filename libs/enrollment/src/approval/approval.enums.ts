import { registerEnumType } from '@nestjs/graphql';

/** Kinds of organizations above a person, and the provider. The names of the former are those of OrganizationKind. */
export enum ApprovalLayer {
  PRIMARY_ORGANIZATION = 'PRIMARY_ORGANIZATION',
  REGIONAL_BRANCH = 'REGIONAL_BRANCH',
  TERRITORIAL_ASSOCIATION = 'TERRITORIAL_ASSOCIATION',
  SECTORAL_UNION = 'SECTORAL_UNION',
  FEDERATION = 'FEDERATION',
  PROVIDER = 'PROVIDER',
}

export enum StepState {
  WAITING = 'WAITING',
  PENDING = 'PENDING',
  APPROVED = 'APPROVED',
  DECLINED = 'DECLINED',
  SKIPPED = 'SKIPPED',
  VOID = 'VOID',
}

export enum SkipReason {
  ORGANIZATION_UNKNOWN = 'ORGANIZATION_UNKNOWN',
  NO_SUCH_LAYER = 'NO_SUCH_LAYER',
  NOBODY_TO_DECIDE = 'NOBODY_TO_DECIDE',
}

registerEnumType(ApprovalLayer, {
  name: 'ApprovalLayer',
  description: 'Whose agreement to a person’s place is asked. Expect values to be added.',
  valuesMap: {
    PRIMARY_ORGANIZATION: { description: 'The primary organization the person belongs to.' },
    REGIONAL_BRANCH: { description: 'The regional branch above it.' },
    TERRITORIAL_ASSOCIATION: {
      description: 'The territorial association above it, the nearest when there are several.',
    },
    SECTORAL_UNION: { description: 'The sectoral union above it.' },
    FEDERATION: { description: 'The federation above it.' },
    PROVIDER: { description: 'The organization that teaches.' },
  },
});

registerEnumType(StepState, {
  name: 'ApprovalStepState',
  description: 'Where one layer’s approval stands. Expect values to be added.',
  valuesMap: {
    WAITING: { description: 'Its turn has not come.' },
    PENDING: { description: 'Asked, and not decided yet.' },
    APPROVED: { description: 'Agreed.' },
    DECLINED: { description: 'Not agreed; the place was released.' },
    SKIPPED: { description: 'Nobody could be asked; `skippedBecause` says why.' },
    VOID: { description: 'No longer needed: the place was released before.' },
  },
});

registerEnumType(SkipReason, {
  name: 'ApprovalSkipReason',
  description: 'Why a layer was not asked. Expect values to be added.',
  valuesMap: {
    ORGANIZATION_UNKNOWN: { description: 'It is not known to which organization the person belongs.' },
    NO_SUCH_LAYER: { description: 'There is no organization of this kind above the person.' },
    NOBODY_TO_DECIDE: { description: 'Nobody in that organization may decide, or only the person themselves.' },
  },
});
