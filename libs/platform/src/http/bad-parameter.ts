import { BadRequestException } from '@nestjs/common';

/** A parameter of an address that cannot be understood: answered with 400 and this sentence, which names it. */
export class BadParameter extends BadRequestException {
  constructor(name: string, expectation: string) {
    super(`${name}: ${expectation}`);
  }
}
