import { readSettings } from '#platform';
import { playStory } from '../story/story.js';
import type { Command } from './command.js';

export const story: Command = {
  does: 'plays the main job as three people against a running server (--url, default: where PORT says)',
  options: { url: { type: 'string' } },
  run: async ({ url }) => {
    const here = `http://127.0.0.1:${readSettings().port}`;
    await playStory(String(url ?? here), (line) => console.log(`- ${line}`));
    return 0;
  },
};
