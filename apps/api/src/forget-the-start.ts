/** Milliseconds, so that nobody waits who came with the first answers. */
const CALM_AFTER = 5_000;

/**
 * What a start leaves behind is a third of an idle server, and V8 would keep it until the heap grows. Needs
 * `--expose-gc`, as `npm start` gives it; without it the server is only larger.
 */
export function forgetTheStart(): void {
  const { gc } = globalThis;
  setTimeout(() => void gc?.({ type: 'major', flavor: 'last-resort', execution: 'async' }), CALM_AFTER).unref();
}
