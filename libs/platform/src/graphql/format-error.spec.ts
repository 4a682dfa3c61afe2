import { GraphQLError } from 'graphql';
import { faults } from '../errors/faults.js';
import { formatError } from './format-error.js';

const told = (error: GraphQLError) => formatError(error.toJSON(), error);

describe('what a client is told of an error', () => {
  it('is our own fault with its code, as it is', () => {
    expect(told(faults.forbidden())).toMatchObject({
      message: 'You may not do this.',
      extensions: { code: 'FORBIDDEN' },
    });
  });

  it('never repeats a value that could not be read: it may be a password', () => {
    const message = 'Variable "$input" got invalid value { password: "hidden; or not" }; Field "email" is needed.';
    const error = new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
    expect(JSON.stringify(told(error))).not.toContain('hidden');
    expect(told(error).message).toContain('Field "email" is needed.');
  });

  it('says nothing of a mistake of ours but a number to find it by', () => {
    const cause = new Error('relation "person" does not exist');
    const answer = told(new GraphQLError(cause.message, { originalError: cause, path: ['field'] }));
    expect(answer.message).toBe('Something went wrong on our side.');
    expect(answer.extensions).toEqual({ code: 'INTERNAL', requestId: expect.any(String) });
  });

  it.each([
    ['CONFLICT', '55P03'],
    ['UNAVAILABLE', '57P01'],
    ['UNAVAILABLE', '08006'],
  ])('is %s when PostgreSQL says %s', (code, sqlState) => {
    const cause = Object.assign(new Error('no'), { code: sqlState });
    expect(told(new GraphQLError('no', { originalError: cause, path: ['field'] })).extensions).toMatchObject({ code });
  });
});
