import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { faults, type Violation } from '../errors/faults.js';
import { rememberValidators } from './remember-validators.js';

/** Checks the shape of every input; answers BAD_USER_INPUT with every violation at once. */
export const inputPipe = () => {
  rememberValidators();
  return new ValidationPipe({
    transform: true,
    forbidUnknownValues: false,
    // No whitelist: GraphQL has refused unknown fields already, and known ones need not carry a validator.
    validationError: { target: false, value: false },
    exceptionFactory: (errors: ValidationError[]) => {
      const violations = errors.flatMap((error) => violationsOf(error, ''));
      return faults.badInput('Some of what was sent has the wrong shape.', violations);
    },
  });
};

function violationsOf(error: ValidationError, parent: string): Violation[] {
  const path = parent ? `${parent}.${error.property}` : error.property;
  const own = Object.values(error.constraints ?? {}).map((message) => ({ path, message }));
  return [...own, ...(error.children ?? []).flatMap((child) => violationsOf(child, path))];
}
