// Loaded into every program that the benchmarks start: whoever kills them hard leaves nothing running.
process.on('disconnect', () => process.exit(1));
process.channel?.unref();
