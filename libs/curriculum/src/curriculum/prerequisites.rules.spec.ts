import { array, assert, nat, property, tuple, uniqueArray } from 'fast-check';
import { circleIn, missingIn } from './prerequisites.rules.js';

const step = (moduleId: string, ...requiredModuleIds: string[]) => ({ moduleId, requiredModuleIds });

describe('modules to be taken before others', () => {
  it.each([
    ['none asks for another', [step('law'), step('safety')], null],
    ['each asks for the one before', [step('law'), step('safety', 'law'), step('audit', 'safety', 'law')], null],
    ['one is asked for by two', [step('law'), step('safety', 'law'), step('audit', 'law')], null],
    ['two ask for each other', [step('law', 'safety'), step('safety', 'law')], ['law', 'safety']],
    ['one asks for itself', [step('law', 'law')], ['law']],
    [
      'three close a circle behind one that does not belong to it',
      [step('start', 'law'), step('law', 'safety'), step('safety', 'audit'), step('audit', 'law')],
      ['law', 'safety', 'audit'],
    ],
  ])('when %s', (_, steps, circle) => {
    expect(circleIn(steps)).toEqual(circle);
  });

  it('never make a circle when each asks only for modules before it', () => {
    const before = uniqueArray(nat(30), { minLength: 1, maxLength: 30 }).chain((ids) =>
      tuple(
        ...ids.map((id, place) =>
          array(nat(Math.max(place - 1, 0)), { maxLength: 5 }).map((places) =>
            step(String(id), ...(place === 0 ? [] : places.map((at) => String(ids[at])))),
          ),
        ),
      ),
    );
    assert(property(before, (steps) => circleIn(steps) === null));
  });

  it('are named when the curriculum does not hold them', () => {
    expect(missingIn([step('law', 'history'), step('safety', 'law', 'history', 'physics')])).toEqual([
      'history',
      'physics',
    ]);
  });
});
