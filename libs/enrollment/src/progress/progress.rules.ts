export enum ModuleState {
  SATISFIED = 'SATISFIED',
  AVAILABLE = 'AVAILABLE',
  WAITING = 'WAITING',
}

export enum ProgressStanding {
  NOT_BEGUN = 'NOT_BEGUN',
  IN_PROGRESS = 'IN_PROGRESS',
  RECOGNIZED = 'RECOGNIZED',
  COMPLETED = 'COMPLETED',
}

/** A module as progress looks at it. */
export interface ModuleToLearn {
  moduleId: string;
  isElective: boolean;
  requiredModuleIds: readonly string[];
  hours: number;
  /** Any one of them delivers it. */
  courseIds: readonly string[];
}

export interface Completed {
  courseId: string;
  enrollmentId: string;
  offeringId: string;
  /** ISO day. */
  completedOn: string;
}

export interface ModuleProgress<Done extends Completed = Completed> {
  moduleId: string;
  state: ModuleState;
  /** The first completion that delivered it; null: none has. */
  satisfiedBy: Done | null;
  /** With WAITING: modules to be taken before it that are not satisfied. */
  waitsForModuleIds: string[];
}

export interface Progress<Done extends Completed = Completed> {
  modules: ModuleProgress<Done>[];
  /** Of compulsory modules. */
  hoursDone: number;
  hoursAsked: number;
  electiveHoursDone: number;
  /** Compulsory modules that are not satisfied, in order. */
  remainingModuleIds: string[];
}

/**
 * How far somebody has come. A module is satisfied by one completed course that delivers it, also when what should come
 * before was not taken: what was learnt is learnt. An elective is never asked for; its hours are counted apart.
 */
export function progressThrough<Done extends Completed>(
  modules: readonly ModuleToLearn[],
  completed: readonly Done[],
): Progress<Done> {
  const earliestFirst = completed.toSorted((one, other) => (one.completedOn < other.completedOn ? -1 : 1));
  const doneOf = new Map(
    modules.map(({ moduleId, courseIds }) => [
      moduleId,
      earliestFirst.find(({ courseId }) => courseIds.includes(courseId)) ?? null,
    ]),
  );
  const isDone = ({ moduleId }: ModuleToLearn) => Boolean(doneOf.get(moduleId));
  const compulsory = modules.filter(({ isElective }) => !isElective);
  return {
    modules: modules.map(({ moduleId, requiredModuleIds }) => {
      const satisfiedBy = doneOf.get(moduleId) ?? null;
      const missing = satisfiedBy ? [] : requiredModuleIds.filter((id) => doneOf.get(id) === null);
      return { moduleId, satisfiedBy, waitsForModuleIds: missing, state: stateOf(satisfiedBy !== null, missing) };
    }),
    hoursDone: hoursOf(compulsory.filter(isDone)),
    hoursAsked: hoursOf(compulsory),
    electiveHoursDone: hoursOf(modules.filter((module) => module.isElective && isDone(module))),
    remainingModuleIds: compulsory.filter((module) => !isDone(module)).map(({ moduleId }) => moduleId),
  };
}

function stateOf(isDone: boolean, missing: readonly string[]): ModuleState {
  if (isDone) return ModuleState.SATISFIED;
  return missing.length > 0 ? ModuleState.WAITING : ModuleState.AVAILABLE;
}

/** What a program completed in another country is worth here. */
export interface RecognizedProgram {
  fromCountryCode: string;
  /** False: not even with the bridge. */
  isRecognizable: boolean;
  /** Modules of this program to be taken before it is recognized. */
  bridgeModuleIds: readonly string[];
}

export interface Standing {
  standing: ProgressStanding;
  /** The country whose completed program counts here, alone or with its bridge; null: none does. */
  recognizedFrom: string | null;
  /** What is still to be taken, in order. */
  remainingModuleIds: string[];
}

/** Where somebody stands: by this program, or by the shortest bridge from one they completed in another country. */
export function standingOf(progress: Progress, recognized: readonly RecognizedProgram[]): Standing {
  const { modules, remainingModuleIds } = progress;
  if (modules.length > 0 && remainingModuleIds.length === 0) {
    return { standing: ProgressStanding.COMPLETED, recognizedFrom: null, remainingModuleIds: [] };
  }
  const open = new Set(modules.filter(({ satisfiedBy }) => !satisfiedBy).map(({ moduleId }) => moduleId));
  const [shortest] = recognized
    .filter(({ isRecognizable }) => isRecognizable)
    .map(({ fromCountryCode, bridgeModuleIds }) => ({
      fromCountryCode,
      bridge: bridgeModuleIds.filter((id) => open.has(id)),
    }))
    .filter(({ bridge }) => bridge.length <= remainingModuleIds.length)
    .sort((one, other) => one.bridge.length - other.bridge.length);
  const hasBegun = open.size < modules.length || shortest !== undefined;
  if (!shortest) {
    const standing = hasBegun ? ProgressStanding.IN_PROGRESS : ProgressStanding.NOT_BEGUN;
    return { standing, recognizedFrom: null, remainingModuleIds };
  }
  return {
    standing: shortest.bridge.length === 0 ? ProgressStanding.RECOGNIZED : ProgressStanding.IN_PROGRESS,
    recognizedFrom: shortest.fromCountryCode,
    remainingModuleIds: shortest.bridge,
  };
}

/** Hours have two digits after the point; sums of them must not grow others. */
function hoursOf(modules: readonly ModuleToLearn[]): number {
  return Math.round(modules.reduce((sum, { hours }) => sum + hours, 0) * 100) / 100;
}
