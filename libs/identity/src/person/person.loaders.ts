import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BatchLoader, Nodes, ofAnyLength, readEntities } from '#platform';
import { Person } from './person.entity.js';
import { PersonAccess } from './person-access.service.js';

@Injectable()
export class PersonLoaders implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly access: PersonAccess,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Person', async (id, asked) =>
      (await this.access.mayRead.of(asked).load(id)) ? this.byId.of(asked).load(id) : null,
    );
  }

  /** Persons by id; null for one that is not there. Says nothing of who may see them. */
  readonly byId = new BatchLoader<string, Person | null>(
    async (ids) => {
      const persons = await readEntities(this.database, Person, `id = ANY(${ofAnyLength('$1')})`, [ids]);
      return new Map(persons.map((person) => [person.id, person]));
    },
    () => null,
  );
}
