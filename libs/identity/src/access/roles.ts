import { registerEnumType } from '@nestjs/graphql';

/** Everything a person can be allowed to do. Reviewed here and nowhere else. */
export type Permission =
  | 'viewer.act'
  | 'enrollment.own'
  | 'course.edit'
  | 'course.publish'
  | 'curriculum.edit'
  | 'curriculum.publish'
  | 'law.record'
  | 'offering.schedule'
  | 'enrollment.read'
  | 'enrollment.decide'
  | 'enrollment.nominate'
  | 'request.read'
  | 'request.submit'
  | 'request.support'
  | 'request.answer'
  | 'demand.read'
  | 'organization.manage'
  | 'member.read'
  | 'member.manage'
  | 'training.read'
  | 'training.require'
  | 'person.read-national-number'
  | 'role.grant';

export enum Role {
  FEDERATION_ADMIN = 'FEDERATION_ADMIN',
  ACADEMY_ADMIN = 'ACADEMY_ADMIN',
  COURSE_EDITOR = 'COURSE_EDITOR',
  ENROLLMENT_OFFICER = 'ENROLLMENT_OFFICER',
  ORGANIZATION_OFFICER = 'ORGANIZATION_OFFICER',
  PERSONAL_DATA_OFFICER = 'PERSONAL_DATA_OFFICER',
}

export enum GrantScope {
  SELF = 'SELF',
  SUBTREE = 'SUBTREE',
}

/** What everybody signed in may do, about themselves. */
export const EVERYBODY: readonly Permission[] = ['viewer.act', 'enrollment.own'];

const ACADEMY_WORK: readonly Permission[] = [
  'course.edit',
  'course.publish',
  'curriculum.edit',
  'curriculum.publish',
  'law.record',
  'offering.schedule',
  'enrollment.read',
  'enrollment.decide',
  'enrollment.nominate',
];

/** To ask for training, or to join those who ask. */
const ASKING: readonly Permission[] = ['request.read', 'request.submit', 'request.support', 'demand.read'];

/** To answer those who ask for training. */
const ANSWERING: readonly Permission[] = ['request.read', 'request.answer', 'demand.read'];

/** What a chair, a secretary or an organizational department does: how the union is built, who belongs to it, who goes to learn. */
const ORGANIZATION_WORK: readonly Permission[] = [
  'organization.manage',
  'member.read',
  'member.manage',
  'enrollment.nominate',
  'training.read',
  'training.require',
];

/**
 * A federation holds everything, or it could not give the roles below it. Numbers of identity papers are read whole by
 * those alone who answer for personal data, and every reading is audited; whoever keeps members sees the last digits.
 */
export const PERMISSIONS: Record<Role, readonly Permission[]> = {
  FEDERATION_ADMIN: [
    ...new Set([...ACADEMY_WORK, ...ASKING, ...ANSWERING, ...ORGANIZATION_WORK]),
    'person.read-national-number',
    'role.grant',
  ],
  ACADEMY_ADMIN: [...ACADEMY_WORK, ...ANSWERING, 'role.grant'],
  COURSE_EDITOR: ['course.edit'],
  ENROLLMENT_OFFICER: ['enrollment.read', 'enrollment.decide', 'enrollment.nominate', 'training.read'],
  ORGANIZATION_OFFICER: [...ORGANIZATION_WORK, ...ASKING],
  PERSONAL_DATA_OFFICER: ['member.read', 'person.read-national-number'],
};

export function rolesWith(permission: string): Role[] {
  return Object.values(Role).filter((role) => PERMISSIONS[role].includes(permission as Permission));
}

registerEnumType(Role, {
  name: 'Role',
  description: 'What somebody may do in an organization. Expect values to be added.',
  valuesMap: {
    FEDERATION_ADMIN: {
      description: 'Manages organizations and grants, asks for training, and does all that academies do.',
    },
    ACADEMY_ADMIN: {
      description:
        'Publishes courses, schedules offerings, decides on enrollments, answers requests, grants academy roles.',
    },
    COURSE_EDITOR: { description: 'Writes courses, without publishing them.' },
    ENROLLMENT_OFFICER: {
      description:
        'Reads enrollments, decides on approvals, nominates people, passes seats on, sees what offices must learn.',
    },
    ORGANIZATION_OFFICER: {
      description:
        'Keeps the members and offices of an organization, its place, names and contacts; nominates its people, and says what offices must learn.',
    },
    PERSONAL_DATA_OFFICER: { description: 'Reads members, and national numbers whole; every such reading is kept.' },
  },
});

registerEnumType(GrantScope, {
  name: 'GrantScope',
  description: 'How far a grant reaches.',
  valuesMap: {
    SELF: { description: 'The organization alone.' },
    SUBTREE: { description: 'The organization and everything below it, over either line.' },
  },
});
