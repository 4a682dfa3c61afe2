/** In use the data has been read long ago; here each page would be read from disk by whoever comes first. */
export async function readIntoMemory(client) {
  await client.query(`SELECT pg_prewarm(oid) FROM pg_class WHERE relkind IN ('r', 'i', 't') AND relpersistence = 'p'`);
}
