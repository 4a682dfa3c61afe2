import { parseArgs } from 'node:util';
import { explain } from '../../api/src/cannot-start.js';
import { checkMigrations } from './commands/check-migrations.js';
import type { Command } from './commands/command.js';
import { createOrganization } from './commands/create-organization.js';
import { grantRole } from './commands/grant-role.js';
import { legalRegister } from './commands/legal-register.js';
import { loadWorld } from './commands/load-world.js';
import { migrate } from './commands/migrate.js';
import { plans } from './commands/plans.js';
import { printSchema } from './commands/print-schema.js';
import { reference } from './commands/reference.js';
import { reindex } from './commands/reindex.js';
import { story } from './commands/story.js';

const commands: Record<string, Command> = {
  migrate,
  reference,
  reindex,
  story,
  'legal-register': legalRegister,
  'load-world': loadWorld,
  'create-organization': createOrganization,
  'grant-role': grantRole,
  plans,
  'print-schema': printSchema,
  'check-migrations': checkMigrations,
};

const [name = '', ...rest] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(`Commands:\n${listed()}`);
  process.exit(name === '' || name === 'help' ? 0 : 1);
}
try {
  const { values } = parseArgs({ args: rest, options: command.options ?? {}, strict: true });
  process.exitCode = await command.run(values);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

function listed(): string {
  return Object.entries(commands)
    .map(([command, { does }]) => `  ${command.padEnd(21)}${does}`)
    .join('\n');
}
