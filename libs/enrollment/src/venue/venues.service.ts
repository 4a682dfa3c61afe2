import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { assertMayActIn } from '#identity';
import { Acts, Authority, newId, type RequestContext, refuse, type Viewer, violates } from '#platform';
import { ReferenceLists } from '#reference';
import type { AddRoomInput, CreateVenueInput, RoomInput } from './create-venue.input.js';
import { Room } from './room.entity.js';
import { Venue } from './venue.entity.js';
import { RoomNameTaken, VenueNotFound } from './venue.reasons.js';
import { repeatedRooms } from './venue.rules.js';

@Injectable()
export class Venues {
  constructor(
    private readonly database: DataSource,
    private readonly acts: Acts,
    private readonly authority: Authority,
    private readonly reference: ReferenceLists,
  ) {}

  /** Refuses with OrganizationNotFound, UnknownCode, RoomNameTaken. */
  async create(asked: RequestContext, viewer: Viewer, input: CreateVenueInput): Promise<Venue> {
    const { rooms, ...given } = input;
    const { organizationId } = input;
    await assertMayActIn(this.database, this.authority, viewer, { permission: 'offering.schedule', organizationId });
    return this.acts.perform(asked, { name: 'createVenue', input }, async (tx) => {
      const reasons = [
        ...(await this.reference.unknownCodes(
          tx,
          { countries: [input.countryCode], timeZones: [input.timeZone] },
          { countries: ['countryCode'] },
        )),
        ...repeatedRooms(rooms),
      ];
      if (reasons.length > 0) refuse(...reasons);
      const venue = tx.create(Venue, {
        ...given,
        id: newId(),
        name: input.name.trim(),
        locality: input.locality.trim(),
        address: input.address?.trim() ?? null,
      });
      await tx.insert(Venue, venue);
      const rows = rooms.map((room) => rowOf(tx, venue.id, room));
      if (rows.length > 0) await tx.insert(Room, rows);
      return venue;
    });
  }

  /** Refuses with VenueNotFound, RoomNameTaken. */
  async addRoom(asked: RequestContext, viewer: Viewer, input: AddRoomInput): Promise<Room> {
    await this.assertMayUse(viewer, input.venueId);
    try {
      return await this.acts.perform(asked, { name: 'addRoom', input }, async (tx) => {
        const room = rowOf(tx, input.venueId, input);
        await tx.insert(Room, room);
        return room;
      });
    } catch (error) {
      if (!violates(error, 'room_name_in_venue')) throw error;
      refuse(new RoomNameTaken(input.name.trim(), ['name']));
    }
  }

  private async assertMayUse(viewer: Viewer, venueId: string): Promise<void> {
    const venue = await this.database.manager.findOne(Venue, { where: { id: venueId } });
    const isTheirs = venue && (await this.authority.holdsIn(viewer, 'offering.schedule', venue.organizationId));
    if (!isTheirs) refuse(new VenueNotFound());
  }
}

function rowOf(tx: EntityManager, venueId: string, { name, seats }: RoomInput): Room {
  return tx.create(Room, { id: newId(), venueId, name: name.trim(), seats: seats ?? null });
}
