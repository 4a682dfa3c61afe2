import { registerDecorator } from 'class-validator';

/** Every one of a list is shaped like a code: 1 to 100 characters, none of them a control character. */
export function AreCodes(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'areCodes',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (codes: unknown) => Array.isArray(codes) && codes.every(isCode),
        defaultMessage: ({ property: name } = { property: '' } as never) =>
          `${name} must be codes of 1 to 100 characters`,
      },
    });
}

function isCode(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    value.length > 0 &&
    value.length <= 100 &&
    !/\p{Cc}/u.test(value) &&
    value.isWellFormed()
  );
}
