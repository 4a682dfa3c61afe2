import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, readCourses, readOrganizations } from '../data.js';
import { readSectorPrograms } from './read-programs.js';

const { modules, programs } = readSectorPrograms();
const root = join(dataFolder, '../../..');
const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
interface ActRecord {
  code: string;
  country: string;
  editions: { requirements: { code: string; verification: string }[] }[];
}
const { acts }: { acts: ActRecord[] } = read('libs/curriculum/data/norms.json');
const register: Record<string, { country: string; verification: string }> = Object.fromEntries(
  acts.flatMap(({ code, country, editions }) =>
    editions.flatMap(({ requirements }) =>
      requirements.map((it) => [`${code}/${it.code}`, { country, verification: it.verification }]),
    ),
  ),
);
const moduleOf = (code: string) => modules.find((module) => module.code === code);
const hoursOf = (code: string) => Object.values(moduleOf(code)?.hours ?? {}).reduce((sum, hours) => sum + hours, 0);

describe('the sector programs of the demo world', () => {
  it('are those that the unions asked for', () => {
    expect(programs.map(({ code, sectors, roles }) => [code, sectors, roles])).toEqual([
      ['education-advanced-training', ['EDUC'], ['PRIM_CHAIR', 'PRIM_DEPUTY', 'ACTIVIST']],
      ['education-master-class', ['EDUC'], ['ACTIVIST', 'PRIM_CHAIR', 'INSTRUCTOR']],
      ['get-treated-learn', [], ['MEMBER', 'ACTIVIST']],
      ['labor-protection-construction', ['CNST'], ['OSH_SPEC']],
      ['new-leaders-power', ['ENRG'], ['NEW_LEADER']],
      ['social-workers', ['PUBS'], ['SOCIAL_WORKER']],
      ['technical-inspectors-power', ['ENRG'], ['TECH_INSP']],
      ['union-accountants-power', ['ENRG'], ['ACCOUNTANT']],
    ]);
  });

  it('take as many hours as the course that delivers them whole', () => {
    const hours = (code: string) =>
      programs
        .find((program) => program.code === code)
        ?.modules.filter(({ isElective }) => !isElective)
        .reduce((sum, { module }) => sum + hoursOf(module), 0);
    const course = (slug: string) => readCourses().find((it) => it.slug === slug)?.academicHours;
    for (const [program, slug] of [
      ['new-leaders-power', 'new-leaders-power-engineering'],
      ['union-accountants-power', 'union-accountants-power-engineering'],
      ['technical-inspectors-power', 'technical-inspectors-power-engineering'],
      ['labor-protection-construction', 'labor-protection-specialists-construction'],
      ['education-advanced-training', 'education-advanced-training'],
      ['education-master-class', 'education-master-class'],
      ['get-treated-learn', 'get-treated-learn'],
    ] as const) {
      expect([program, hours(program)]).toEqual([program, course(slug)]);
    }
  });

  it('share modules: labor law basics serves four of them', () => {
    const holders = programs.filter(({ modules: held }) => held.some(({ module }) => module === 'labor-law-basics'));
    expect(holders).toHaveLength(4);
  });

  it('have a variant for Kazakhstan and for Uzbekistan each', () => {
    for (const { code, variants } of programs) {
      expect([code, variants.map(({ country }) => country)]).toEqual([code, expect.arrayContaining(['KZ', 'UZ'])]);
    }
  });

  it('name only requirements that the register holds, each variant those of its own country', () => {
    const named = modules.flatMap(({ alignments, hoursSource }) => [
      ...alignments.map(({ requirement }) => requirement),
      ...(hoursSource ? [hoursSource] : []),
    ]);
    expect(named.filter((name) => !register[name])).toEqual([]);
    for (const { variants } of programs) {
      for (const { country, additions, exemptions } of variants) {
        const own = [...additions, ...exemptions].map(({ requirement }) => register[requirement]?.country);
        expect(own.filter((it) => it !== country)).toEqual([]);
      }
    }
  });

  it('give a source of hours only where a verified requirement asks for so many', () => {
    const sourced = modules.filter(({ hoursSource }) => hoursSource !== null);
    expect(sourced.map(({ code, hoursSource }) => [code, hoursSource, hoursOf(code)])).toEqual([
      ['kz-industrial-safety', 'kz-industrial-safety/min-hours', 40],
    ]);
    expect(register['kz-industrial-safety/min-hours']?.verification).toBe('verified');
  });

  it('are delivered by courses that the demo world has, and kept by its organizations', () => {
    const slugs = new Set(readCourses().map(({ slug }) => slug));
    const owners = new Set(readOrganizations().map(({ key }) => key));
    expect(modules.flatMap(({ courses }) => courses).filter((slug) => !slugs.has(slug))).toEqual([]);
    expect([...modules, ...programs].map(({ owner }) => owner).filter((key) => !owners.has(key))).toEqual([]);
  });

  it('tie a requirement to outcomes that the module has', () => {
    const beyond = modules.filter(({ outcomes, alignments }) =>
      alignments.some(({ outcome = 1 }) => outcome > outcomes.length),
    );
    expect(beyond.map(({ code }) => code)).toEqual([]);
  });
});
