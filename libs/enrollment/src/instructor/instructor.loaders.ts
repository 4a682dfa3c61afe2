import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Keyset, NestedList } from '#platform';
import { Instructor } from './instructor.entity.js';

@Injectable()
export class InstructorLoaders {
  readonly ofOrganization: NestedList<Instructor>;

  constructor(database: DataSource) {
    this.ofOrganization = new NestedList(database, {
      row: Instructor,
      alias: 'instructor',
      from: () => 'instructor WHERE instructor.organization_id = parent.id',
      order: new Keyset([{ column: 'instructor.id', type: 'uuid' }]),
    });
  }
}
