import { getMetadataStorage, Max, Min, ValidateNested, validateSync } from 'class-validator';
import { rememberValidators } from './remember-validators.js';

class Range {
  @Min(1) first = 1;
}

class Narrow extends Range {
  @Max(5) last = 5;
}

class Holder {
  @ValidateNested() range = new Narrow();
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

  it('is gathered once for what is nested in others, too, which is asked for by their names', () => {
    rememberValidators();
    const wrong = Object.assign(new Holder(), { range: Object.assign(new Narrow(), { first: 0 }) });
    const nested = () => validateSync(wrong)[0]?.children?.map(({ property }) => property);
    const gathered = () => getMetadataStorage().getTargetValidationMetadatas(Narrow, Holder.name, false, false);

    expect([nested(), nested()]).toEqual([['first'], ['first']]);
    expect(gathered()).toBe(gathered());
    expect(gathered()).not.toBe(getMetadataStorage().getTargetValidationMetadatas(Narrow, '', false, false));
  });
});
