import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { faults } from '../errors/faults.js';
import type { RequestContext } from '../graphql/request-context.js';
import { Authority } from './authority.js';
import { ACCESS_RULE, type AccessRule } from './declare.js';

/** Stands before every root field and every route. One that does not state its access is refused: closed by default. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authority: Authority,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS_RULE, execution.getHandler());
    if (rule?.kind === 'public') return true;

    const { viewer } = GqlExecutionContext.create(execution).getContext<RequestContext>();
    if (!viewer) throw faults.unauthenticated();
    if (rule?.kind === 'requires' && (await this.authority.holds(viewer, rule.permission))) return true;
    throw faults.forbidden();
  }
}
