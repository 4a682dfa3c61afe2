import { getMetadataStorage, Max, Min, validateSync } from 'class-validator';
import { rememberValidators } from './remember-validators.js';

class Range {
  @Min(1) first = 1;
}

class Narrow extends Range {
  @Max(5) last = 5;
}

const violationsOf = (object: object) => validateSync(object).map(({ property }) => property);

describe('what a class must satisfy', () => {
  it('is the same when it is remembered, what it inherits included', () => {
    const before = [violationsOf(new Narrow()), violationsOf(Object.assign(new Narrow(), { first: 0, last: 9 }))];
    rememberValidators();
    for (let time = 0; time < 2; time += 1) {
      expect([violationsOf(new Narrow()), violationsOf(Object.assign(new Narrow(), { first: 0, last: 9 }))]).toEqual(
        before,
      );
      expect(violationsOf(Object.assign(new Range(), { first: 0 }))).toEqual(['first']);
    }
    expect(before).toEqual([[], ['last', 'first']]);
  });

  it('is gathered once for each class, however often it is asked to be remembered', () => {
    rememberValidators();
    rememberValidators();
    const gathered = () => getMetadataStorage().getTargetValidationMetadatas(Narrow, '', false, false);
    expect(gathered()).toBe(gathered());
  });
});
