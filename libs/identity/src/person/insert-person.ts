import type { EntityManager } from 'typeorm';
import { newId } from '#platform';
import { type Names, nameKeysOf } from './name.rules.js';
import { Person } from './person.entity.js';
import { spellingsOf } from './person.names.js';

export interface NewPerson extends Names {
  id?: string;
  /** Null: not known in another script. */
  namesInOtherScript?: Names | null;
  bornOn?: string | null;
  email?: string | null;
}

/** Writes a person so that the same human is found again under another spelling. */
export async function insertPerson(tx: EntityManager, given: NewPerson): Promise<Person> {
  const { namesInOtherScript: other = null, ...row } = given;
  const person = tx.create(Person, {
    bornOn: null,
    email: null,
    ...row,
    id: given.id ?? newId(),
    otherFamilyName: other?.familyName ?? null,
    otherGivenName: other?.givenName ?? null,
    otherPatronymic: other?.patronymic ?? null,
  });
  person.nameKeys = nameKeysOf(spellingsOf(person));
  await tx.insert(Person, person);
  return person;
}
