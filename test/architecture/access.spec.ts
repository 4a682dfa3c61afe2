import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { GraphQLModule, Mutation, Query, Resolver } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessGuard, Authority, graphqlOptions, Public, Requires, type Viewer } from '#platform';
import { client } from '../support/client.js';

/** Knows one person, who may do one thing. */
class OnePerson extends Authority {
  viewerOf = async (token: string): Promise<Viewer | null> =>
    token === 'known' ? { accountId: 'a', personId: 'p', signInId: 's' } : null;
  holds = async (_viewer: Viewer, permission: string): Promise<boolean> => permission === 'held';
  holdsIn = async (): Promise<boolean> => false;
  holdsBelow = async (): Promise<boolean> => false;
}

@Resolver()
class Fields {
  @Query(() => String)
  undeclared(): string {
    return 'let through';
  }

  @Mutation(() => String)
  undeclaredToo(): string {
    return 'let through';
  }

  @Query(() => String)
  @Public('to see that it differs')
  open(): string {
    return 'open';
  }

  @Query(() => String)
  @Requires('held')
  held(): string {
    return 'held';
  }

  @Query(() => String)
  @Requires('not held')
  notHeld(): string {
    return 'let through';
  }
}

const authority = new OnePerson();

@Module({
  imports: [GraphQLModule.forRoot<ApolloDriverConfig>({ ...graphqlOptions(authority, false), driver: ApolloDriver })],
  providers: [Fields, { provide: Authority, useValue: authority }, { provide: APP_GUARD, useClass: AccessGuard }],
})
class SmallModule {}

let app: NestFastifyApplication;
let server: typeof client;

beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(SmallModule, new FastifyAdapter(), { logger: false });
  await app.listen(0, '127.0.0.1');
  server = client.at(await app.getUrl());
});

afterAll(() => app.close());

describe('a field that does not state its access', () => {
  it.each(['{ undeclared }', 'mutation { undeclaredToo }'])('is refused to everybody: %s', async (document) => {
    expect(await server.send(document)).toBeRefusedWith('UNAUTHENTICATED');
    expect(await server.as({ token: 'known' }).send(document)).toBeRefusedWith('FORBIDDEN');
  });
});

describe('a field that states its access', () => {
  it('is open to everybody when it says so', async () => {
    expect((await server.send('{ open }')).data).toEqual({ open: 'open' });
  });

  it('is open to who holds the permission, and to nobody else', async () => {
    expect((await server.as({ token: 'known' }).send('{ held }')).data).toEqual({ held: 'held' });
    expect(await server.as({ token: 'made up' }).send('{ held }')).toBeRefusedWith('UNAUTHENTICATED');
    expect(await server.as({ token: 'known' }).send('{ notHeld }')).toBeRefusedWith('FORBIDDEN');
  });
});
