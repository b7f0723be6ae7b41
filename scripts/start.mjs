/**
 * `npm start`: a browser with the extension, for a person to look at, or for files to be carried by it.
 *
 * Only what runs in any Node is imported at once; the rest after `ensureSetUp` has made sure that it is there.
 */
import process from 'node:process';
import { ensureSetUp } from './setup.mjs';

await ensureSetUp({});
const { HELP, hasDisplay, readOptions } = await import('./start/options.mjs');
const options = readOptions(process.argv.slice(2), hasDisplay());
if (options === 'help') {
  console.log(HELP);
} else if ('problem' in options) {
  console.error(`${options.problem}\n"npm start -- --help" tells what can be said.`);
  process.exit(2);
} else {
  for (const url of options.repeated) console.error(`Given more than once, fetched once: ${url}`);
  await ensureSetUp({ packages: true, browser: true });
  process.exit(await run(options));
}

/** @param {import('./start/options.mjs').StartOptions} chosen @returns {Promise<number>} the exit code */
async function run(chosen) {
  const { Interrupted, inWorkshop } = await import('./start/workshop.mjs');
  const { runHeadless } = await import('./start/headless.mjs');
  const { runHeaded } = await import('./start/headed.mjs');
  try {
    return await inWorkshop(workshop => (chosen.headless ? runHeadless : runHeaded)(chosen, workshop));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return error instanceof Interrupted ? 130 : 1;
  }
}
