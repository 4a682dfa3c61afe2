import { type Academy, newAcademy } from '../../support/catalog.world.js';
import { client } from '../../support/client.js';
import { newModule, newVariant, publish, publishedCurriculum, send } from '../../support/curriculum.world.js';

let academy: Academy;
let base: string;
let variant: string;
beforeAll(async () => {
  academy = await newAcademy();
  base = await publishedCurriculum(academy, { sectorCodes: ['EDUC'] });
  variant = await newVariant(academy, base, 'KZ');
  await publish(academy, variant);
});

const listed = async (filter: object) => {
  const answer = await client.send(
    'query ($filter: CurriculumFilter) { curricula(filter: $filter) { edges { node { id code } } } }',
    { filter },
  );
  expect(answer).toSucceed();
  return answer.data.curricula.edges.map(({ node }: any) => node);
};
const ids = async (filter: object) => (await listed(filter)).map(({ id }: any) => id);

describe('what people call a curriculum by', () => {
  it('is a short code, and of a variant that of its base with the country', async () => {
    const [{ code }] = await listed({ ownerId: academy.id });
    expect(code).toMatch(/^C-[1-9][0-9]*$/);
    const [found] = await listed({ ownerId: academy.id, countryCodes: ['KZ'] });
    expect(found).toEqual({ id: variant, code: `${code}-KZ` });
  });

  it('finds one by it, also in small letters', async () => {
    const [{ code }] = await listed({ ownerId: academy.id });
    expect(await ids({ code: code.toLowerCase() })).toEqual([base]);
    expect(await ids({ code: `${code}-KZ` })).toEqual([variant]);
    expect(await ids({ code: 'C-999999999' })).toEqual([]);
  });

  it('is told as soon as it is begun, and differs from all others', async () => {
    const begin = async () => {
      const input = { ownerId: academy.id, translations: [{ locale: 'en', title: 'Another' }] };
      const answer = await send(academy.admin, 'createCurriculum', input, 'curriculum { code }');
      return answer.data.createCurriculum.curriculum.code;
    };
    const codes = await Promise.all(Array.from({ length: 5 }, begin));
    expect(new Set(codes).size).toBe(5);
  });
});

describe('lists of curricula', () => {
  it('show bases, and variants only to who asks for a country', async () => {
    const quiet = await newAcademy();
    const modules = [await newModule(quiet)];
    const here = await publishedCurriculum(quiet, { modules, sectorCodes: ['EDUC'] });
    for (const country of ['KZ', 'UZ']) await publish(quiet, await newVariant(quiet, here, country));

    expect(await ids({ ownerId: quiet.id })).toEqual([here]);
    expect(await ids({ ownerId: quiet.id, countryCodes: ['KZ', 'UZ'] })).toHaveLength(2);
    expect(await ids({ ownerId: quiet.id, countryCodes: ['TJ'] })).toEqual([]);
  });

  it('take the sectors of a variant from its base', async () => {
    expect(await ids({ ownerId: academy.id, countryCodes: ['KZ'], sectorCodes: ['EDUC'] })).toEqual([variant]);
    expect(await ids({ ownerId: academy.id, countryCodes: ['KZ'], sectorCodes: ['CNST'] })).toEqual([]);
  });
});
