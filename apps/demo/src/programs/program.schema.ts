import { z } from 'zod';
import { Coverage, TrainingDocument, TrainingMode, TrainingProvider } from '#curriculum';

const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const requirement = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must name an act and a requirement of norms.json');
const inThreeLanguages = <Text extends z.ZodType>(text: Text) => z.strictObject({ uz: text, ru: text, en: text });
const words = inThreeLanguages(z.string().min(1).max(500));
const titles = inThreeLanguages(
  z.strictObject({ title: z.string().min(1).max(200), summary: z.string().min(1).max(2_000) }),
);

const hours = z.strictObject({
  lecture: z.number().min(0).default(0),
  practice: z.number().min(0).default(0),
  selfStudy: z.number().min(0).default(0),
  assessment: z.number().min(0).default(0),
});

/** A shared module with what an editor judged of it, for every curriculum that holds it. */
export const moduleFile = z.strictObject({
  code,
  owner: code,
  hours,
  /** The requirement that gives the hours; null: the academy’s own choice. */
  hoursSource: requirement.nullable(),
  courses: z.array(code),
  translations: titles,
  outcomes: z.array(words).min(1),
  alignments: z.array(
    z.strictObject({
      requirement,
      coverage: z.enum([Coverage.COVERS, Coverage.COVERS_PARTLY]),
      /** Which of its outcomes answers, from 1; left out: the module as a whole. */
      outcome: z.int().positive().optional(),
    }),
  ),
  /** What its second version says otherwise. */
  revision: z.strictObject({ hours, addedOutcome: words }).optional(),
});

const variant = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  /** Modules that the law of the country asks for. */
  additions: z.array(z.strictObject({ module: code, requirement, reason: words })),
  /** Requirements that do not concern the program. */
  exemptions: z.array(z.strictObject({ requirement, reason: words })),
  /** Whether it follows the base to its second version; if not, it shows as behind. */
  isRebased: z.boolean(),
});

export const programFile = z.strictObject({
  code,
  owner: code,
  sectors: z.array(z.string()),
  roles: z.array(z.string()).min(1),
  /** What gives the hours of the whole; null: the academy’s own choice. */
  hoursSource: z.string().max(500).nullable(),
  repeatMonths: z.int().positive().nullable(),
  trainingModes: z.array(z.enum(TrainingMode)).nullable(),
  documents: z.array(z.enum(TrainingDocument)).nullable(),
  providers: z.array(z.enum(TrainingProvider)).nullable(),
  translations: titles,
  modules: z
    .array(z.strictObject({ module: code, after: z.array(code).default([]), isElective: z.boolean().default(false) }))
    .min(1),
  /** Modules whose second version the base takes, once all is published. */
  takesRevised: z.array(code),
  variants: z.array(variant),
});

export type DemoModule = z.output<typeof moduleFile>;
export type DemoProgram = z.output<typeof programFile>;
export type DemoVariant = z.output<typeof variant>;
export type Words = z.output<typeof words>;
