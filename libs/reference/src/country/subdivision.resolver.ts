import { Resolver } from '@nestjs/graphql';
import { namedResolver } from '../lists/named.resolver.js';
import { SubdivisionType } from './subdivision.type.js';

@Resolver(() => SubdivisionType)
export class SubdivisionResolver extends namedResolver(() => SubdivisionType) {}
