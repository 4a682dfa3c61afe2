import { createServer } from 'node:http';

/** The barest server there is: answers each request with what `reply(query)` promises, as JSON text. */
export function serve(reply) {
  const server = createServer((request, response) => {
    const query = new URLSearchParams(request.url.slice(request.url.indexOf('?') + 1));
    reply(query).then(
      (body) => response.writeHead(200, headersOf(body)).end(body),
      (error) => response.writeHead(500, headersOf(error.message)).end(error.message),
    );
  });
  server.keepAliveTimeout = 65_000;
  server.listen(0, '127.0.0.1', () => console.log(`listens at http://127.0.0.1:${server.address().port}`));
}

function headersOf(body) {
  return { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) };
}
