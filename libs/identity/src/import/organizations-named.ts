import type { EntityManager } from 'typeorm';
import { Binds, foldQuery, grouped } from '#platform';
import { eachAllowedIn } from '../access/grants.js';
import { bound } from './find-known.js';
import type { MemberImport } from './member-import.entity.js';

/**
 * Finds organizations by id or name, in any of their languages and either script: that of the import and those below
 * it, as far as the importer may add members there.
 */
export async function organizationsNamed(
  database: Pick<EntityManager, 'query'>,
  { organizationId, accountId }: Pick<MemberImport, 'organizationId' | 'accountId'>,
): Promise<(name: string) => readonly string[]> {
  const binds = new Binds();
  const allowed = bound(eachAllowedIn('organization.id', { accountId }, 'member.manage'), binds);
  const rows: { id: string; name: string }[] = await database.query(
    `SELECT organization.id, organization_name.name FROM organization_closure below
     JOIN organization ON organization.id = below.descendant_id AND organization.closed_at IS NULL
     JOIN organization_name ON organization_name.organization_id = organization.id
     WHERE below.ancestor_id = ${binds.of(organizationId)} AND ${allowed}`,
    binds.values,
  );
  const ids = new Map(rows.map(({ id }) => [id, [id]]));
  const [asWritten, folded] = [plain, fold].map((key) => grouped(rows, ({ name }) => key(name)));
  return (name) => {
    const found = ids.get(name.toLowerCase()) ?? asWritten?.get(plain(name)) ?? folded?.get(fold(name)) ?? [];
    return [...new Set(found.map((row) => (typeof row === 'string' ? row : row.id)))];
  };
}

function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function fold(name: string): string {
  return foldQuery(name)
    .map(([likeliest]) => likeliest)
    .join(' ');
}
