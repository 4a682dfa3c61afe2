import { registerDecorator, type ValidationOptions } from 'class-validator';

/** Control characters other than tab and line feed, and bidirectional overrides that disguise text. */
const UNWANTED = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** A text a person typed: not blank, at most `most` characters, no control characters, well-formed Unicode. */
export function IsPlainText(most: number, options?: ValidationOptions): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isPlainText',
      target: target.constructor,
      propertyName: String(property),
      options,
      validator: {
        validate: (value: unknown) => isPlainText(value, most),
        defaultMessage: ({ property: name } = { property: '' } as never) =>
          `${name} must be 1 to ${most} characters of plain text, without control characters`,
      },
    });
}

export function isPlainText(value: unknown, most: number): value is string {
  return (
    typeof value === 'string' &&
    value.trim().length > 0 &&
    value.length <= most &&
    value.isWellFormed() &&
    !UNWANTED.test(value.replaceAll(/[\n\t]/g, ''))
  );
}
