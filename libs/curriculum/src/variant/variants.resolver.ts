import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Asked, CurrentViewer, payload, type RequestContext, Requires, type Viewer } from '#platform';
import { DeriveVariantInput, InheritModuleInput, OverrideModuleInput, RebaseVariantInput } from './variant.input.js';
import {
  DeriveVariantPayload,
  InheritModulePayload,
  OverrideModulePayload,
  RebaseVariantPayload,
} from './variant.payloads.js';
import { Variants } from './variants.service.js';

@Resolver()
export class VariantsResolver {
  constructor(private readonly variants: Variants) {}

  @Mutation(() => DeriveVariantPayload, {
    description: 'Begins the variant of a published curriculum for one country.',
  })
  @Requires('curriculum.edit')
  deriveVariant(
    @Args('input') input: DeriveVariantInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DeriveVariantPayload> {
    return payload(DeriveVariantPayload, async () => ({
      curriculum: await this.variants.derive(asked, viewer, input),
    }));
  }

  @Mutation(() => OverrideModulePayload, {
    description: 'Says of one module what a variant says otherwise; the rest it inherits.',
  })
  @Requires('curriculum.edit')
  overrideModule(
    @Args('input') input: OverrideModuleInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OverrideModulePayload> {
    return payload(OverrideModulePayload, async () => ({
      curriculum: await this.variants.override(asked, viewer, input),
    }));
  }

  @Mutation(() => InheritModulePayload, { description: 'Lets a variant have a module as its base has it.' })
  @Requires('curriculum.edit')
  inheritModule(
    @Args('input') input: InheritModuleInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<InheritModulePayload> {
    return payload(InheritModulePayload, async () => ({
      curriculum: await this.variants.inherit(asked, viewer, input),
    }));
  }

  @Mutation(() => RebaseVariantPayload, {
    description: 'Lets a variant follow the newest version of its base. See `Curriculum.behind`.',
  })
  @Requires('curriculum.edit')
  rebaseVariant(
    @Args('input') input: RebaseVariantInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RebaseVariantPayload> {
    return payload(RebaseVariantPayload, async () => ({
      curriculum: await this.variants.rebase(asked, viewer, input),
    }));
  }
}
