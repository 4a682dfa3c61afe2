import { GrantScope, Role } from '#identity';

/** The password of every demo account. Demo accounts exist only where the demo world was loaded. */
export const DEMO_PASSWORD = 'odaq-demo-2026';

export interface DemoAccount {
  email: string;
  /** Plainly made up: no name of the demo world is a living person’s. */
  familyName: string;
  givenName: string;
  grant: { organization: string; role: Role; scope: GrantScope } | null;
}

const admin = (email: string, givenName: string, organization: string): DemoAccount => ({
  email,
  familyName: 'Demo',
  givenName,
  grant: { organization, role: Role.ACADEMY_ADMIN, scope: GrantScope.SELF },
});

const member = (number: number, givenName: string): DemoAccount => ({
  email: `member${number}@odaq.example`,
  familyName: 'Demo',
  givenName,
  grant: null,
});

export const academyAdmin = admin('academy@odaq.example', 'Academy admin', 'academy-tashkent');
export const members = [member(1, 'Aigerim'), member(2, 'Rustam'), member(3, 'Gulnara')];

export const federationAdmin: DemoAccount = {
  email: 'federation@odaq.example',
  familyName: 'Demo',
  givenName: 'Federation admin',
  grant: { organization: 'fprk', role: Role.FEDERATION_ADMIN, scope: GrantScope.SUBTREE },
};

export const accounts: readonly DemoAccount[] = [
  academyAdmin,
  admin('training-centre-uz@odaq.example', 'Training center admin', 'training-centre-uz'),
  admin('kg@odaq.example', 'Kyrgyz federation admin', 'kg-federation'),
  admin('tj@odaq.example', 'Tajik federation admin', 'tj-federation'),
  admin('tm@odaq.example', 'Turkmen center admin', 'tm-centre'),
  admin('az@odaq.example', 'Azerbaijani confederation admin', 'az-confederation'),
  admin('af@odaq.example', 'Afghan union admin', 'af-nuawe'),
  federationAdmin,
  ...members,
];
