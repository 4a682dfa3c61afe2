import type { Outcome } from './module.rows.js';
import { continued, strangers } from './outcomes.rules.js';

const before: Outcome[] = [
  { id: 'read', texts: { ru: 'Читать договор', en: 'Read a contract' } },
  { id: 'write', texts: { ru: 'Писать заявление' } },
];
const given = (texts: Record<string, string>, id: string | null = null) => ({ id, texts });

describe('the outcomes of a new version', () => {
  it.each([
    ['go on where a text is the same', [given({ en: 'Read a contract', uz: 'Shartnomani oʻqish' })], ['read']],
    ['go on where they are named, whatever they say', [given({ ru: 'Составлять заявление' }, 'write')], ['write']],
    ['are new where nothing is the same', [given({ ru: 'Говорить' })], ['new 1']],
    ['go on in another order', [given({ ru: 'Писать заявление' }), given({ ru: 'Читать договор' })], ['write', 'read']],
    ['go on once', [given({ ru: 'Читать договор' }), given({ en: 'Read a contract' })], ['read', 'new 1']],
    [
      'leave a named one to whoever names it',
      [given({ ru: 'Читать договор' }), given({ ru: 'Другое' }, 'read')],
      ['new 1', 'read'],
    ],
  ])('%s', (_, outcomes, expected) => {
    const fresh = ['new 1', 'new 2'];
    const newId = () => fresh.shift() as string;
    expect(continued(outcomes, before, newId).map(({ id }) => id)).toEqual(expected);
  });

  it('name only outcomes of the version before, each once', () => {
    expect(strangers([given({}, 'read'), given({}, 'read'), given({}, 'other'), given({})], before)).toEqual([
      'read',
      'other',
    ]);
  });
});
