import type { Names } from './name.rules.js';
import type { Person } from './person.entity.js';

type NameColumns = Pick<
  Person,
  'familyName' | 'givenName' | 'patronymic' | 'otherFamilyName' | 'otherGivenName' | 'otherPatronymic'
>;

/** The name in the script it was given in first, then in the other, if it is known. */
export function spellingsOf(person: NameColumns): [Names, ...Names[]] {
  const other = otherNamesOf(person);
  const { familyName, givenName, patronymic } = person;
  return other ? [{ familyName, givenName, patronymic }, other] : [{ familyName, givenName, patronymic }];
}

export function otherNamesOf(person: NameColumns): Names | null {
  const { otherFamilyName, otherGivenName, otherPatronymic } = person;
  if (!otherFamilyName || !otherGivenName) return null;
  return { familyName: otherFamilyName, givenName: otherGivenName, patronymic: otherPatronymic };
}
