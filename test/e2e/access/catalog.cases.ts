import { courseInput, draftOf, publishedCourse } from '../../support/catalog.world.js';
import { client } from '../../support/client.js';
import {
  align,
  changeInput,
  curriculumInput,
  newAct,
  newCurriculum,
  newModule,
  newVariant,
  publish,
  publishedCurriculum,
  reviseModule,
  send,
} from '../../support/curriculum.world.js';
import { until } from '../../support/until.js';
import type { Cases } from './cases.js';
import type { Ground } from './ground.js';

const title = [{ locale: 'en', title: 'Labor law' }];

/** A variant of a program with one module, which it teaches in other hours. */
async function overridden({ academy }: Ground): Promise<{ curriculumId: string; moduleId: string }> {
  const { variant, module } = await variantOf(academy);
  const input = {
    curriculumId: variant,
    moduleId: module,
    kind: 'CHANGE_HOURS',
    hours: { lecture: 12 },
    reason: 'Law',
  };
  expect(await send(academy.admin, 'overrideModule', input, 'curriculum { id }')).toSucceed();
  return { curriculumId: variant, moduleId: module };
}

async function variantOf(academy: Ground['academy']) {
  const module = await newModule(academy);
  const base = await publishedCurriculum(academy, { modules: [module] });
  return { module, base, variant: await newVariant(academy, base, 'KZ') };
}

/** A program whose module has a newer version. */
async function behind(academy: Ground['academy']) {
  const { module, base, variant } = await variantOf(academy);
  await reviseModule(academy, module, { hours: { lecture: 10 } });
  return { module, base, variant };
}

async function reviewTask({ academy }: Ground): Promise<string> {
  const act = await newAct('KZ', [{}]);
  const module = await newModule(academy);
  const id = await publishedCurriculum(academy, { modules: [module], roleCodes: ['YOUTH'] });
  await align(academy, id, module, act.requirements['requirement-1']);
  const change = changeInput(act, '2026-01-01', [{}]);
  expect(await send(academy.admin, 'recordLegalActChange', change, 'edition { id }')).toSucceed();
  let found: { id: string } | undefined;
  await until(async () => {
    const { data } = await client
      .as(academy.admin)
      .send('{ reviewTasks(first: 100) { edges { node { id curriculum { id } } } } }');
    found = data.reviewTasks.edges.find(({ node }: any) => node.curriculum.id === id)?.node;
    return Boolean(found);
  });
  return found?.id ?? '';
}

export const CATALOG: Cases = {
  alignModule: async ({ academy }) => {
    const moduleId = await newModule(academy);
    const curriculumId = await newCurriculum(academy, { modules: [moduleId], roleCodes: ['YOUTH'] });
    const act = await newAct('KZ', [{}]);
    return { curriculumId, moduleId, requirementId: act.requirements['requirement-1'], coverage: 'COVERS' };
  },
  createCourse: async ({ academy }) => courseInput(academy.id),
  createCurriculum: async ({ academy }) => curriculumInput(academy),
  createCurriculumModule: async ({ academy }) => ({
    ownerId: academy.id,
    hours: { lecture: 8 },
    translations: title,
  }),
  deriveVariant: async ({ academy }) => ({ curriculumId: await publishedCurriculum(academy), countryCode: 'KZ' }),
  inheritModule: async (ground) => overridden(ground),
  overrideModule: async ({ academy }) => {
    const { variant, module } = await variantOf(academy);
    return { curriculumId: variant, moduleId: module, kind: 'CHANGE_HOURS', hours: { lecture: 9 }, reason: 'Law' };
  },
  publishCourse: async ({ academy }) => ({ courseId: (await draftOf(academy)).id }),
  publishCurriculum: async ({ academy }) => ({
    curriculumId: await newCurriculum(academy, { modules: [await newModule(academy)] }),
  }),
  rebaseVariant: async ({ academy }) => {
    const { module, base, variant } = await behind(academy);
    const taking = { curriculumId: base, moduleId: module };
    expect(await send(academy.admin, 'takeModuleVersion', taking, 'curriculum { id }')).toSucceed();
    await publish(academy, base);
    return { curriculumId: variant };
  },
  recordLegalActChange: async () => changeInput(await newAct('KZ', [{}]), '2026-01-01', [{}]),
  resolveReviewTask: async (ground) => ({ reviewTaskId: await reviewTask(ground), outcome: 'STILL_FITS' }),
  retireCourse: async ({ academy }) => ({ courseId: (await publishedCourse(academy)).id }),
  reviseCurriculumModule: async ({ academy }) => ({
    moduleId: await newModule(academy),
    hours: { lecture: 9 },
    translations: title,
  }),
  takeModuleVersion: async ({ academy }) => {
    const { module, base } = await behind(academy);
    return { curriculumId: base, moduleId: module };
  },
  updateCourse: async ({ academy }) => ({ courseId: (await draftOf(academy)).id, kind: 'MASTER_CLASS' }),
  updateCurriculum: async ({ academy }) => ({ curriculumId: await newCurriculum(academy), repeatMonths: 12 }),
};
