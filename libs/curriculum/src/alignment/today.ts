/** The day on which law is asked when nobody names one. */
export function today(): string {
  return Temporal.Now.plainDateISO('UTC').toString();
}
