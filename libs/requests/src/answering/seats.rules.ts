/** Somebody who asked, with so many people. */
export interface Ask {
  organizationId: string;
  people: number;
}

/**
 * Shares seats among all who asked: to each what it asked for while they last, otherwise in proportion, whole seats,
 * the largest remainders first and equal ones in the order of the asks. Nobody is promised more than it asked for.
 */
export function shareSeats(seats: number, asks: readonly Ask[]): Map<string, number> {
  const wanted = asks.reduce((sum, { people }) => sum + people, 0);
  if (wanted <= seats) return new Map(asks.map(({ organizationId, people }) => [organizationId, people]));

  // In whole numbers: seats × people stays far below 2⁵³, and no remainder is lost to rounding.
  const shares = asks.map(({ organizationId, people }, place) => {
    const product = seats * people;
    return { organizationId, place, seats: Math.floor(product / wanted), remainder: product % wanted };
  });
  const given = shares.reduce((sum, share) => sum + share.seats, 0);
  const luckiest = [...shares].sort((one, other) => other.remainder - one.remainder || one.place - other.place);
  for (const share of luckiest.slice(0, seats - given)) share.seats += 1;
  return new Map(shares.map((share) => [share.organizationId, share.seats]));
}
