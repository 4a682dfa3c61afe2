import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Keyset } from '../offering/keyset.js';
import { NestedList } from '../offering/nested-list.js';
import { Instructor } from './instructor.entity.js';

@Injectable()
export class InstructorLoaders {
  readonly ofOrganization: NestedList<Instructor>;

  constructor(database: DataSource) {
    this.ofOrganization = new NestedList(database, {
      entity: Instructor,
      parent: 'organization_id',
      order: new Keyset([{ column: 'id', type: 'uuid' }]),
    });
  }
}
