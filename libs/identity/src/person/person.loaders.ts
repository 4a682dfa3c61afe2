import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { BatchLoader } from '#platform';
import { Person } from './person.entity.js';

@Injectable()
export class PersonLoaders {
  constructor(private readonly database: DataSource) {}

  /** Persons by id; null for one that is not there. Says nothing of who may see them. */
  readonly byId = new BatchLoader<string, Person | null>(
    async (ids) => {
      const persons = await this.database.manager.find(Person, { where: { id: In([...ids]) } });
      return new Map(persons.map((person) => [person.id, person]));
    },
    () => null,
  );
}
