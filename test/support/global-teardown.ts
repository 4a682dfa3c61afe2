/** Ends the servers and drops the databases, also after failures. */
export default async function tearDown(): Promise<void> {
  const { closeBed } = globalThis as { closeBed?: () => Promise<void> };
  await closeBed?.();
}
