import { playStory } from '../story/story.js';
import type { Command } from './command.js';

export const story: Command = {
  does: 'plays the main job as three people against a running server (--url, default http://127.0.0.1:3000)',
  options: { url: { type: 'string', default: 'http://127.0.0.1:3000' } },
  run: async ({ url }) => {
    await playStory(String(url), (line) => console.log(`- ${line}`));
    return 0;
  },
};
