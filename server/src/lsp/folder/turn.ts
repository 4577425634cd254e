/** Long work in pieces: between them the client's messages are handled. */

/** Resolves when the messages that have arrived by now are handled. A microtask would come before them. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    // The connection takes one message a turn.
    if (typeof setImmediate === 'function') setImmediate(() => setImmediate(resolve));
    else setTimeout(resolve, 0);
  });
}
