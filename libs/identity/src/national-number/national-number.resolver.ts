import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, CurrentViewer, payload, type RequestContext, Requires, type Viewer } from '#platform';
import type { NationalNumber } from './national-number.entity.js';
import { NationalNumberShown, ReadNationalNumberInput, ReadNationalNumberPayload } from './national-number.type.js';
import { NationalNumbers } from './national-numbers.service.js';

@Resolver(() => NationalNumberShown)
export class NationalNumberResolver {
  constructor(private readonly numbers: NationalNumbers) {}

  @Mutation(() => ReadNationalNumberPayload, {
    description: 'Reads a national number whole. Who read which number, and when, is kept each time.',
  })
  @Requires('person.read-national-number')
  readNationalNumber(
    @Args('input') { nationalNumberId }: ReadNationalNumberInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ReadNationalNumberPayload> {
    return payload(ReadNationalNumberPayload, async () => ({
      value: await this.numbers.read(asked, viewer, nationalNumberId),
    }));
  }

  @ResolveField(() => String, { description: 'Its last four characters, of a short number two, behind four dots.' })
  masked(@Parent() number: NationalNumber): string {
    return this.numbers.mask(number);
  }
}
