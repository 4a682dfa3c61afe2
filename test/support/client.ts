import './matchers.js';
import { myPlace } from './place.js';

/** Who asks: anything with a token; null is nobody. */
export type Asker = { token: string } | null;

export interface Answer {
  status: number;
  /** In the shape of the document sent; null when nothing was executed, or a field that may not be null failed. */
  data: any;
  errors: GraphError[];
  headers: Headers;
}

export interface GraphError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; violations?: { path: string; message: string }[]; [key: string]: unknown };
}

type Sent = Record<string, string>;

/** Speaks GraphQL over HTTP: `client.as(person).send(document, variables)`. */
class Client {
  constructor(
    private readonly asker: Asker,
    private readonly url?: string,
  ) {}

  /** The same client as somebody else. */
  as(asker: Asker): Client {
    return new Client(asker, this.url);
  }

  /** The same person at another server than this worker’s. */
  at(url: string): Client {
    return new Client(this.asker, url);
  }

  async send(document: string, variables: object = {}, headers: Sent = {}): Promise<Answer> {
    const response = await this.post(JSON.stringify({ query: document, variables }), headers);
    const { data = null, errors = [] } = await response.json();
    return { status: response.status, data, errors, headers: response.headers };
  }

  /** Sends a body as it is; for what a well-behaved client would not send. */
  async post(body: string, headers: Sent = {}): Promise<Response> {
    const { serverUrl } = this.url ? { serverUrl: this.url } : await myPlace();
    const bearer: Sent = this.asker ? { authorization: `Bearer ${this.asker.token}` } : {};
    return fetch(`${serverUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...bearer, ...headers },
      body,
    });
  }
}

/** Nobody yet, at this worker’s server. */
export const client = new Client(null);
