const BY_DAY = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:\s*г\.?|\s+0?0:00(?::00)?)?$/;
const BY_YEAR = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?:[T ]00:00(?::00)?)?$/;

/** An ISO day from what people write here: the day first, or the year first. Null: it is no day. */
export function readDay(text: string): string | null {
  const byYear = BY_YEAR.exec(text);
  const byDay = BY_DAY.exec(text);
  const [year, month, day] = byYear
    ? [byYear[1], byYear[2], byYear[3]].map(Number)
    : [byDay?.[3], byDay?.[2], byDay?.[1]].map(Number);
  try {
    return Temporal.PlainDate.from(
      { year: year as number, month: month as number, day: day as number },
      { overflow: 'reject' },
    ).toString();
  } catch {
    return null;
  }
}
