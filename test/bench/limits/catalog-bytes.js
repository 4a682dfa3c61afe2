import { pageText } from './page-text.js';
import { serve } from './serve.js';

// What a page costs at least when it is in memory already: its bytes.
const pages = new Map();

serve(async (query) => {
  const key = query.toString();
  const page = pages.get(key) ?? Buffer.from(await pageText(query));
  pages.set(key, page);
  return page;
});
