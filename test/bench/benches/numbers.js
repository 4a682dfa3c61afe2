/** Numbers that look drawn at random and are the same in every run: 0 or more, below `limit`. */
export function drawn(place, limit) {
  let mixed = (place + 1) * 0x9e3779b1;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % limit;
}
