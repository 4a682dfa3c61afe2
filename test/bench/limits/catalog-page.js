import { pageText } from './page-text.js';
import { serve } from './serve.js';

serve(pageText);
