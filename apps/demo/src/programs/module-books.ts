import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Modules } from '#curriculum';
import { actingFor } from '../acting.js';
import { organizationId } from '../people.js';
import type { DemoModule, Words } from './program.schema.js';

export interface KnownModule extends DemoModule {
  id: string;
  /** In the order of the file. */
  outcomeIds: string[];
}

/** Writes the shared modules, each once, and knows them by their codes. */
export class ModuleBooks {
  private readonly known = new Map<string, KnownModule>();
  private readonly database: DataSource;

  constructor(private readonly app: INestApplicationContext) {
    this.database = app.get(DataSource);
  }

  of(code: string): KnownModule {
    const module = this.known.get(code);
    if (!module) throw new Error(`the demo world has no module ${code}`);
    return module;
  }

  async write(module: DemoModule): Promise<void> {
    const id = (await this.find(module)) ?? (await this.create(module));
    const outcomes: { id: string }[] = await this.database.query(
      `SELECT DISTINCT outcome_id AS id, position FROM curriculum_module_outcome outcome
       JOIN curriculum_module_version version ON version.id = outcome.version_id
       WHERE module_id = $1 AND number = 1 ORDER BY position`,
      [id],
    );
    this.known.set(module.code, { ...module, id, outcomeIds: outcomes.map((outcome) => outcome.id) });
  }

  /** Writes the second version where the data has one; the outcomes of the first go on. */
  async revise({ code, revision }: DemoModule): Promise<void> {
    const module = this.of(code);
    const versions: unknown[] = await this.database.query(
      'SELECT 1 FROM curriculum_module_version WHERE module_id = $1',
      [module.id],
    );
    if (!revision || versions.length > 1) return;
    const { asked, viewer } = actingFor(module.owner);
    const content = await this.contentOf(module);
    await this.app.get(Modules, { strict: false }).revise(asked, viewer, {
      ...content,
      moduleId: module.id,
      hours: revision.hours,
      outcomes: [...content.outcomes, { translations: inLocales(revision.addedOutcome) }],
    });
  }

  private async create(module: DemoModule): Promise<string> {
    const { asked, viewer } = actingFor(module.owner);
    const content = await this.contentOf(module);
    const input = { ...content, ownerId: organizationId(module.owner) };
    return (await this.app.get(Modules, { strict: false }).create(asked, viewer, input)).id;
  }

  private async contentOf({ hours, hoursSource, courses, translations, outcomes }: DemoModule) {
    const rows: { id: string }[] = await this.database.query('SELECT id FROM course WHERE slug = ANY($1)', [courses]);
    return {
      hours,
      hoursSource: hoursSource && (await this.named(hoursSource)),
      courseIds: rows.map(({ id }) => id),
      translations: Object.entries(translations).map(([locale, text]) => ({ locale, ...text })),
      outcomes: outcomes.map((texts) => ({ translations: inLocales(texts) })),
    };
  }

  /** How a requirement is cited: title of the act, article, and its code in the register. */
  private async named(reference: string): Promise<string> {
    const [row] = await this.database.query(
      `SELECT concat_ws(', ', act.titles ->> 'en', requirement.article) AS cited FROM legal_act act
       JOIN legal_act_edition edition ON edition.act_id = act.id
       JOIN legal_requirement requirement ON requirement.edition_id = edition.id
       WHERE act.code || '/' || requirement.code = $1 ORDER BY edition.in_force_from DESC NULLS LAST LIMIT 1`,
      [reference],
    );
    return row ? `${row.cited} (${reference})` : reference;
  }

  private async find({ owner, translations }: DemoModule): Promise<string | null> {
    const [row] = await this.database.query(
      `SELECT module.id FROM curriculum_module module JOIN curriculum_module_version version ON version.module_id = module.id
       JOIN curriculum_module_translation text ON text.version_id = version.id
       WHERE owner_id = $1 AND locale = 'en' AND title = $2 LIMIT 1`,
      [organizationId(owner), translations.en.title],
    );
    return row?.id ?? null;
  }
}

function inLocales(words: Words): { locale: string; text: string }[] {
  return Object.entries(words).map(([locale, text]) => ({ locale, text }));
}
