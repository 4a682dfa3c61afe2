import { defineConfig } from 'vite';

// Everything the page needs is written into the bundle: it must work on a machine without any network.
export default defineConfig({
  root: import.meta.dirname,
  base: '/graphiql/',
  build: {
    outDir: '../../dist/graphiql',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    // Monaco is one large chunk by nature; the default warning at 500 kB would be noise.
    chunkSizeWarningLimit: 3000,
    // Libraries mark modules 'use client'; that means something to servers that render React, nothing here.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  worker: { format: 'es' },
});
