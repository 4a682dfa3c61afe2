import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Context, GqlExecutionContext } from '@nestjs/graphql';
import { faults } from '../errors/faults.js';
import type { RequestContext } from '../graphql/request-context.js';

/** The request as resolvers and services see it: who asks, in which languages, with which key. */
export const Asked = () => Context();

/** The signed-in viewer. Refuses anonymous callers, so it also guards fields below the root. */
export const CurrentViewer = createParamDecorator((_: unknown, execution: ExecutionContext) => {
  const { viewer } = GqlExecutionContext.create(execution).getContext<RequestContext>();
  if (!viewer) throw faults.unauthenticated();
  return viewer;
});
