import { statementsOf } from '../ground/statements.js';
import { press } from '../load/press.js';
import { courseQuestions } from '../operations/courses.js';
import { examples } from '../operations/examples.js';
import { otherQuestions } from '../operations/others.js';
import { readerQuestions } from '../operations/readers.js';
import { readThings } from '../operations/things.js';
import { aligned } from '../table.js';
import { ask, graphql } from './ask.js';

/** Few, so that what is measured is the work and not the waiting for each other. */
const CONNECTIONS = 2;
/** Pages walked before a deep one. */
const DEEP = 40;
/** Times each is asked before it counts. */
const WARM_UP = 20;

/** What many different clients would select, filter and sort, to find what is out of line. */
export const operations = {
  name: 'operations',
  does: 'the example operations and many selections, filters, orders, languages and readers; the dearest first',
  writes: false,

  async run(ground, { say, seconds }) {
    const { client } = ground;
    const things = await readThings(client);
    const statements = statementsOf(client);
    await statements.begin();
    try {
      const program = await ground.another();
      const questions = [
        ...(await examples(things)),
        ...courseQuestions(things),
        ...otherQuestions(things),
        ...readerQuestions(things),
      ];
      const asked = await Promise.allSettled(questions.map((question) => requestOf(question, program.url)));
      const refused = asked.filter(({ reason }) => reason).map(({ reason }) => reason.message);
      if (refused.length > 0) throw new Error([...refused, ...program.complaints()].join('\n'));
      const requests = asked.map(({ value }) => value);
      say(`operations: ${questions.length} questions, and all are answered`);
      const lines = [];
      for (const [place, { name }] of questions.entries()) {
        for (let time = 0; time < WARM_UP; time += 1) await ask(program.url, requests[place]);
        const plan = {
          good: '"data":',
          repeats: true,
          requests: [requests[place]],
          connections: CONNECTIONS,
          least: 0,
        };
        const before = await statements.count();
        const seen = await press({ program, plan: { ...plan, seconds: seconds / 3 }, ground });
        lines.push({ name, ...seen, statements: ((await statements.count()) - before) / seen.answers });
      }
      for (const complaint of program.complaints()) say(complaint);
      await program.stop();
      return { text: `${this.does}\n${tableOf(lines)}` };
    } finally {
      await statements.end();
    }
  },
};

/** Throws unless it can be answered: what is refused is quick, and says nothing. */
async function requestOf({ name, query, variables = {}, deep = false, ...who }, url) {
  const after = deep ? await cursorAt(url, query, variables, who) : undefined;
  const request = graphql(query, { ...variables, ...(after && { after }) }, who);
  const { data, errors } = await ask(url, request);
  if (errors || Object.values(data).includes(null))
    throw new Error(`${name}: ${errors?.[0].message ?? 'nothing was found'}`);
  return request;
}

async function cursorAt(url, query, variables, who) {
  let after = null;
  for (let page = 0; page < DEEP; page += 1) {
    const { data } = await ask(url, graphql(query, { ...variables, after }, who));
    after = Object.values(data)[0].pageInfo.endCursor ?? after;
  }
  return after;
}

const COLUMNS = {
  'p50 ms': ({ p50 }) => p50.toFixed(1),
  'p99 ms': ({ p99 }) => p99.toFixed(1),
  statements: ({ statements }) => statements.toFixed(1),
  'CPU ms': ({ cpu }) => cpu?.toFixed(2) ?? '-',
  'PostgreSQL CPU ms': ({ postgresCpu }) => postgresCpu?.toFixed(2) ?? '-',
};

function tableOf(lines) {
  const dearest = lines.toSorted((one, other) => costOf(other) - costOf(one));
  const rows = dearest.map((line) => [line.name, ...Object.values(COLUMNS).map((show) => show(line))]);
  return aligned([['', ...Object.keys(COLUMNS)], ...rows]);
}

/** Processor time, which other work on the machine moves least; where it is not known, time. */
function costOf({ cpu, postgresCpu, p50 }) {
  return cpu === null ? p50 : cpu + postgresCpu;
}
