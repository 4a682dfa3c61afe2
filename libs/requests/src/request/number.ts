import type { EntityManager } from 'typeorm';

/**
 * Draws the next number of the year, under the lock of the year’s row, which is held until the transaction ends: so
 * draw it last. A number whose transaction failed is drawn again.
 */
export async function drawNumber(tx: EntityManager): Promise<string> {
  const [row]: { year: number; number: number }[] = await tx.query(
    `INSERT INTO program_request_year AS drawn (year, last_number)
     VALUES (extract(year FROM clock_timestamp() AT TIME ZONE 'UTC'), 1)
     ON CONFLICT (year) DO UPDATE SET last_number = drawn.last_number + 1
     RETURNING year, last_number AS number`,
  );
  if (!row) throw new Error('no number was drawn');
  return `PR-${row.year}-${String(row.number).padStart(6, '0')}`;
}

export function isNumber(text: string): boolean {
  return /^PR-\d{4}-\d{6}$/.test(text);
}
