import { RoomNameTaken } from './venue.reasons.js';

/** Every room whose name stands earlier in the list already. Blanks around a name do not make it another. */
export function repeatedRooms(rooms: readonly { name: string }[]): RoomNameTaken[] {
  const names = rooms.map(({ name }) => name.trim());
  return names.flatMap((name, place) =>
    names.indexOf(name) < place ? [new RoomNameTaken(name, ['rooms', String(place), 'name'])] : [],
  );
}
