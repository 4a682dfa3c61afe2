import { enableCompileCache } from 'node:module';

// Before anything large is loaded: the second start is then a third faster.
enableCompileCache();
const { serve } = await import('./serve.js');
await serve();
