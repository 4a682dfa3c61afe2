import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  asRow,
  BatchLoader,
  Changes,
  columnsOf,
  grouped,
  Keyset,
  NestedList,
  ofAnyLength,
  readRows,
  SharedLoader,
} from '#platform';
import { Room } from './room.entity.js';
import { Venue } from './venue.entity.js';

/** What lists of venues, and those who refer to one, need: each in one query per request. */
@Injectable()
export class VenueLoaders {
  readonly ofOrganization: NestedList<Venue>;
  readonly byId: SharedLoader<Venue>;

  constructor(
    private readonly database: DataSource,
    changes: Changes,
  ) {
    this.byId = new SharedLoader(changes, (ids) => this.venues(ids));
    this.ofOrganization = new NestedList(database, {
      row: Venue,
      alias: 'venue',
      from: () => 'venue WHERE venue.organization_id = parent.id',
      order: new Keyset([{ column: 'venue.id', type: 'uuid' }]),
    });
  }

  readonly roomById = new BatchLoader<string, Room | null>(
    async (ids) => {
      const rooms = await this.rooms('room.id', ids);
      return new Map(rooms.map((room) => [room.id, room]));
    },
    () => null,
  );

  /** Rooms of a venue, by name. */
  readonly roomsOf = new BatchLoader<string, Room[]>(
    async (venueIds) => grouped(await this.rooms('room.venue_id', venueIds), ({ venueId }) => venueId),
    () => [],
  );

  private async venues(ids: readonly string[]): Promise<Map<string, Venue>> {
    const rows: { id: string }[] = await readRows(
      this.database,
      `SELECT ${columnsOf(this.database, Venue, 'venue')} FROM venue WHERE id = ANY(${ofAnyLength('$1')})`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, asRow(Venue, row)]));
  }

  private async rooms(column: string, ids: readonly string[]): Promise<Room[]> {
    const rows: object[] = await readRows(
      this.database,
      `SELECT ${columnsOf(this.database, Room, 'room')} FROM room WHERE ${column} = ANY(${ofAnyLength('$1')}) ORDER BY name, id`,
      [ids],
    );
    return rows.map((row) => asRow(Room, row));
  }
}
