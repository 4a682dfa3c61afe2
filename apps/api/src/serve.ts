import { Changes, Jobs, readSettings } from '#platform';
import { loadDemoWorld } from '../../demo/src/index.js';
import { asListenError, explain } from './cannot-start.js';
import { createApp } from './create-app.js';
import { openDatabase } from './database/open-database.js';
import { endOnSignals } from './ending.js';
import { forgetTheStart } from './forget-the-start.js';
import { welcome } from './welcome.js';

/** Starts the server and returns once it listens; ends the process when it cannot, or when it is told to. */
export async function serve(): Promise<void> {
  const ending = endOnSignals();
  try {
    const settings = readSettings();
    const { database, url, close } = await openDatabase(settings);
    ending.add(close);

    const app = await createApp(settings, database);
    const jobs = app.get(Jobs);
    ending.add(() => jobs.stop());
    ending.add(() => app.close());
    await app.init();
    const hasDemo = settings.loadsDemo && (await loadDemoWorld(app));
    await app.listen(settings.port, settings.host).catch((error) => {
      throw asListenError(error, settings);
    });
    await app.get(Changes).listen(url);
    await jobs.start(url);
    forgetTheStart();
    console.log(welcome(await app.getUrl(), settings, hasDemo));
  } catch (error) {
    await ending.after(error, explain);
  }
}
