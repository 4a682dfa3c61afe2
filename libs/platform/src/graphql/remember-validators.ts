import { getMetadataStorage } from 'class-validator';

type Gather = ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas'];

let isRemembering = false;

/**
 * What a class must satisfy is fixed once its decorators have run, but class-validator gathers it anew for each object,
 * going through all classes there are: a tenth of what a search costs our process. From here on it is gathered once for
 * each class, alone and in each that it is nested in. Asked with groups, which we do not use, it is gathered as before.
 */
export function rememberValidators(): void {
  if (isRemembering) return;
  isRemembering = true;
  const storage = getMetadataStorage();
  storage.getTargetValidationMetadatas = remembering(storage.getTargetValidationMetadatas.bind(storage));
}

function remembering(gather: Gather): Gather {
  const known = new Map<unknown, Map<string, ReturnType<Gather>>>();
  return (target, schema, always, strictGroups, groups) => {
    if (always || strictGroups || groups) return gather(target, schema, always, strictGroups, groups);
    const ofTarget = known.get(target) ?? new Map<string, ReturnType<Gather>>();
    known.set(target, ofTarget);
    const found = ofTarget.get(schema) ?? gather(target, schema, always, strictGroups, groups);
    ofTarget.set(schema, found);
    return found;
  };
}
