import { CommandRefused } from '../commands/refused.js';
import { type Answers, SIGN_IN, SIGN_UP } from './documents.js';

/** One person of the story: signs in, asks, and is told. */
export class Player {
  private token: string | null = null;

  constructor(
    private readonly url: string,
    readonly name: string,
    /** Languages the person reads, as a browser sends them. */
    private readonly languages: string,
  ) {}

  async signIn(email: string, password: string): Promise<void> {
    this.token = (await this.ask(SIGN_IN, { input: { email, password } })).signIn.token;
  }

  async signUp(input: object): Promise<void> {
    this.token = (await this.ask(SIGN_UP, { input })).signUp.token;
  }

  /** Asks, and throws when any part of the answer is a refusal: in a story every step succeeds. */
  async ask<Told = Answers>(document: string, variables: object = {}): Promise<Told> {
    const { data, errors = [] } = await this.post(document, variables);
    const payloads: ({ errors?: { message: string }[] } | null)[] = Object.values(data ?? {});
    const refusals = [...errors, ...payloads.flatMap((payload) => payload?.errors ?? [])];
    if (refusals.length > 0) {
      throw new StoryBroken(`${this.name} was refused: ${refusals.map(({ message }) => message).join(' ')}`);
    }
    return data as Told;
  }

  /** Sends a file to where a ticket says. */
  async sendFile(path: string, content: string): Promise<void> {
    const { ok, status } = await fetch(this.url + path, { method: 'PUT', body: content });
    if (!ok) throw new StoryBroken(`${this.name} sent a file, and was answered ${status}.`);
  }

  private async post(query: string, variables: object): Promise<Reply> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': this.languages,
        ...(this.token && { authorization: `Bearer ${this.token}` }),
      },
      body: JSON.stringify({ query, variables }),
    }).catch(() => {
      throw new StoryBroken(
        `Nobody answers at ${this.url}. Start Odaq first with "npm start", or say where it is with --url.`,
      );
    });
    return (await response.json()) as Reply;
  }
}

interface Reply {
  data?: object;
  errors?: { message: string }[];
}

/** A step did not go as told; the message is one readable line. */
export class StoryBroken extends CommandRefused {}
