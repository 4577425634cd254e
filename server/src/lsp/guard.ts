/** Nothing that a client sends ends the server: what fails is logged and answered with nothing. */

import type { CancellationToken, Connection } from 'vscode-languageserver';
import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** A request handler as the connection takes it. */
type RequestHandler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

/** Makes a handler that answers `empty` when `handle` fails, and nothing but the error when the request was cancelled. */
type Answering = <P, R>(method: string, empty: R, handle: (params: P) => Promise<R>) => RequestHandler<P, R>;

export function answering(connection: Connection): Answering {
  const answer = answeringWith(connection);
  return (method, empty, handle) => answer(method, () => empty, handle);
}

/** Like {@link Answering}, where the answer to a failure tells of it. */
type AnsweringWith = <P, R>(
  method: string,
  failed: (error: unknown, params: P) => R,
  handle: (params: P) => Promise<R>,
) => RequestHandler<P, R>;

export function answeringWith(connection: Connection): AnsweringWith {
  return (method, failed, handle) => async (params, token) => {
    // Made only when it is needed: an error notes the calls that led to it, which takes longer than many an answer.
    const cancelled = (): ResponseError<never> =>
      new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${method} cancelled`);
    if (token.isCancellationRequested) return cancelled();
    try {
      const result = await handle(params);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      log(connection, method, error);
      return failed(error, params);
    }
  };
}

/** The answer to a request of another form than it must have. */
export function invalidParams(message: string): ResponseError<never> {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}

/** Runs a task that nobody waits for. */
export function guarding(connection: Connection): (name: string, task: () => Promise<unknown>) => void {
  return (name, task) => {
    // A connection that has ended throws at once.
    const run = async (): Promise<unknown> => task();
    run().catch((error: unknown) => log(connection, name, error));
  };
}

function log(connection: Connection, name: string, error: unknown): void {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  try {
    connection.console.error(`${name} 失败：${reason}`);
  } catch {
    // The connection has ended meanwhile: there is nobody to tell.
  }
}
