import { Resolver } from '@nestjs/graphql';
import { namedResolver } from '../lists/named.resolver.js';
import { UnionCenterType } from './union-center.type.js';

@Resolver(() => UnionCenterType)
export class UnionCenterResolver extends namedResolver(() => UnionCenterType) {}
