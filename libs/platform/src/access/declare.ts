import { SetMetadata } from '@nestjs/common';

export type AccessRule = { kind: 'public'; why: string } | { kind: 'requires'; permission: string };

export const ACCESS_RULE = 'odaq:access';

/** Open to everybody. The reason is printed in `schema/access.md`. */
export const Public = (why: string) => SetMetadata<string, AccessRule>(ACCESS_RULE, { kind: 'public', why });

/** Open to viewers who hold the permission somewhere; where exactly is asked again in the service. */
export const Requires = (permission: string) =>
  SetMetadata<string, AccessRule>(ACCESS_RULE, { kind: 'requires', permission });
