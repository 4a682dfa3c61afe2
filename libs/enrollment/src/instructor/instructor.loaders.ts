import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fullNameSql } from '#identity';
import {
  asRow,
  type Brings,
  Changes,
  columnsOf,
  Keyset,
  NestedList,
  ofAnyLength,
  readRows,
  SharedLoader,
} from '#platform';
import { Instructor } from './instructor.entity.js';

@Injectable()
export class InstructorLoaders {
  readonly ofOrganization: NestedList<Instructor>;
  /** With their names, which is what people ask of them. */
  readonly byId: SharedLoader<Instructor & Brings>;

  constructor(
    private readonly database: DataSource,
    changes: Changes,
  ) {
    this.byId = new SharedLoader(changes, (ids) => this.named(ids));
    this.ofOrganization = new NestedList(database, {
      row: Instructor,
      alias: 'instructor',
      from: () => 'instructor WHERE instructor.organization_id = parent.id',
      order: new Keyset([{ column: 'instructor.id', type: 'uuid' }]),
    });
  }

  private async named(ids: readonly string[]): Promise<Map<string, Instructor & Brings>> {
    // Asked for one by one: a join tempts the planner to read everybody.
    const fullName = `(SELECT ${fullNameSql('person')} FROM person WHERE person.id = instructor.person_id)`;
    const rows: { id: string; fullName: string }[] = await readRows(
      this.database,
      `SELECT ${columnsOf(this.database, Instructor, 'instructor')}, ${fullName} AS "fullName"
       FROM instructor WHERE instructor.id = ANY(${ofAnyLength('$1')})`,
      [ids],
    );
    return new Map(
      rows.map(({ fullName, ...row }) => [row.id, Object.assign(asRow(Instructor, row), { brought: { fullName } })]),
    );
  }
}
