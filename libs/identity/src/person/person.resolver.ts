import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, Day, Locale, type RequestContext } from '#platform';
import type { Mandate } from '../mandate/mandate.entity.js';
import { MandateLoaders } from '../mandate/mandate.loaders.js';
import { MandateType } from '../mandate/mandate.type.js';
import type { Membership } from '../membership/membership.entity.js';
import { MembershipLoaders } from '../membership/membership.loaders.js';
import { MembershipType } from '../membership/membership.type.js';
import type { NationalNumber } from '../national-number/national-number.entity.js';
import { NationalNumberShown } from '../national-number/national-number.type.js';
import { NationalNumbers } from '../national-number/national-numbers.service.js';
import { type Names, shortName, writtenName } from './name.rules.js';
import type { Person } from './person.entity.js';
import { otherNamesOf, spellingsOf } from './person.names.js';
import { PersonNames, PersonType } from './person.type.js';
import { PersonAccess } from './person-access.service.js';

const IN_LANGUAGE = {
  name: 'locale',
  type: () => Locale,
  nullable: true,
  description: 'Null: the first language of Accept-Language.',
};
const NOT_YOURS = 'Null: not known, or not yours to see.';

@Resolver(() => PersonType)
export class PersonResolver {
  constructor(
    private readonly access: PersonAccess,
    private readonly memberships: MembershipLoaders,
    private readonly mandateLoaders: MandateLoaders,
    private readonly numbers: NationalNumbers,
  ) {}

  @ResolveField(() => String, {
    description:
      'The name as this language writes it: in its script where that is known; family name first in the languages of the region, given name first elsewhere.',
  })
  writtenName(@Parent() person: Person, @Asked() asked: RequestContext, @Args(IN_LANGUAGE) locale?: string): string {
    return writtenName(spellingsOf(person), locale ?? asked.locales[0] ?? 'ru');
  }

  @ResolveField(() => String, { description: 'Family name and initials, in the order and script of this language.' })
  shortName(@Parent() person: Person, @Asked() asked: RequestContext, @Args(IN_LANGUAGE) locale?: string): string {
    return shortName(spellingsOf(person), locale ?? asked.locales[0] ?? 'ru');
  }

  @ResolveField(() => PersonNames, { nullable: true, description: 'The same name in another script. Null: not known.' })
  namesInOtherScript(@Parent() person: Person): Names | null {
    return otherNamesOf(person);
  }

  @ResolveField(() => Day, { nullable: true, description: `Day of birth. ${NOT_YOURS}` })
  bornOn(@Parent() person: Person, @Asked() asked: RequestContext): Promise<string | null> {
    return this.ifReadable(asked, person, () => person.bornOn);
  }

  @ResolveField(() => String, { nullable: true, description: `Mailbox to write to. ${NOT_YOURS}` })
  email(@Parent() person: Person, @Asked() asked: RequestContext): Promise<string | null> {
    return this.ifReadable(asked, person, () => person.email);
  }

  @ResolveField(() => [NationalNumberShown], {
    nullable: true,
    description: 'Numbers states gave, masked; empty: none is known. Null: not yours to see.',
  })
  nationalNumbers(@Parent() person: Person, @Asked() asked: RequestContext): Promise<NationalNumber[] | null> {
    return this.ifReadable(asked, person, () => this.numbers.ofPerson.of(asked).load(person.id));
  }

  @ResolveField(() => [MembershipType], {
    name: 'memberships',
    description: 'Memberships you may see, the newest first.',
  })
  membershipsOf(@Parent() person: Person, @Asked() asked: RequestContext): Promise<Membership[]> {
    return this.memberships.ofPerson.of(asked).load(person.id);
  }

  @ResolveField(() => [MandateType], { description: 'Offices you may see, the newest first.' })
  mandates(@Parent() person: Person, @Asked() asked: RequestContext): Promise<Mandate[]> {
    return this.mandateLoaders.ofPerson.of(asked).load(person.id);
  }

  private async ifReadable<T>(asked: RequestContext, person: Person, read: () => T | Promise<T>): Promise<T | null> {
    return (await this.access.mayRead.of(asked).load(person.id)) ? read() : null;
  }
}
