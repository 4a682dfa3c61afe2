import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { assertMayActIn, Person } from '#identity';
import { Acts, Authority, newId, type RequestContext, refuse, type Viewer, violates } from '#platform';
import { PersonNotFound } from '../enrollment/enrollment.reasons.js';
import type { AddInstructorInput } from './add-instructor.input.js';
import { Instructor } from './instructor.entity.js';
import { AlreadyInstructor, InstructorUnclear } from './instructor.reasons.js';

@Injectable()
export class Instructors {
  constructor(
    private readonly database: DataSource,
    private readonly acts: Acts,
    private readonly authority: Authority,
  ) {}

  /** Refuses with OrganizationNotFound, InstructorUnclear, PersonNotFound, AlreadyInstructor. */
  async add(asked: RequestContext, viewer: Viewer, input: AddInstructorInput): Promise<Instructor> {
    const { organizationId } = input;
    await assertMayActIn(this.database, this.authority, viewer, { permission: 'offering.schedule', organizationId });
    try {
      return await this.acts.perform(asked, { name: 'addInstructor', input }, async (tx) => {
        const personId = input.personId ? await knownPerson(tx, input) : await newPerson(tx, input);
        const instructor = tx.create(Instructor, { id: newId(), organizationId, personId });
        await tx.insert(Instructor, instructor);
        return instructor;
      });
    } catch (error) {
      if (!violates(error, 'instructor_once_per_organization')) throw error;
      refuse(new AlreadyInstructor());
    }
  }
}

async function knownPerson(tx: EntityManager, { personId, familyName, givenName, patronymic }: AddInstructorInput) {
  if (familyName || givenName || patronymic) refuse(new InstructorUnclear());
  const person = await tx.findOne(Person, { where: { id: personId as string } });
  if (!person) refuse(new PersonNotFound());
  return person.id;
}

async function newPerson(tx: EntityManager, { familyName, givenName, patronymic }: AddInstructorInput) {
  if (!familyName || !givenName) refuse(new InstructorUnclear());
  const person = tx.create(Person, {
    id: newId(),
    familyName: familyName.trim(),
    givenName: givenName.trim(),
    patronymic: patronymic?.trim() ?? null,
  });
  await tx.insert(Person, person);
  return person.id;
}
