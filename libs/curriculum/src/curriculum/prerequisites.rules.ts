/** A module placed in a curriculum, with those to be taken before it. */
export interface Step {
  moduleId: string;
  requiredModuleIds: readonly string[];
}

/** The modules of one circle in which each asks for the next; null: there is none, so the program can be followed. */
export function circleIn(steps: readonly Step[]): string[] | null {
  const required = new Map(steps.map(({ moduleId, requiredModuleIds }) => [moduleId, requiredModuleIds]));
  const finished = new Set<string>();
  const path: string[] = [];

  const walk = (moduleId: string): string[] | null => {
    if (finished.has(moduleId)) return null;
    const place = path.indexOf(moduleId);
    if (place >= 0) return path.slice(place);
    path.push(moduleId);
    for (const next of required.get(moduleId) ?? []) {
      const circle = walk(next);
      if (circle) return circle;
    }
    path.pop();
    finished.add(moduleId);
    return null;
  };

  for (const { moduleId } of steps) {
    const circle = walk(moduleId);
    if (circle) return circle;
  }
  return null;
}

/** Prerequisites that are not in the curriculum themselves. */
export function missingIn(steps: readonly Step[]): string[] {
  const placed = new Set(steps.map(({ moduleId }) => moduleId));
  return [...new Set(steps.flatMap(({ requiredModuleIds }) => requiredModuleIds))].filter((id) => !placed.has(id));
}
