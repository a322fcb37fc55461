import type { Problem } from "./generated/schema.js";
import type { DataOf, Failure, Success } from "./result.js";

/** The base of everything that this client throws on its own account. */
export abstract class PartsbenchError extends Error {
  /** The correlation id that the request was sent with. */
  readonly correlationId: string;

  constructor(message: string, correlationId: string, options?: ErrorOptions) {
    super(message, options);
    this.correlationId = correlationId;
  }
}

/** No answer came: the address could not be reached, the connection broke, or the time was up. `cause` has the details. */
export class NetworkError extends PartsbenchError {
  override readonly name = "NetworkError";
  /** Whether it was the limit of time given by the caller that ended the request. */
  readonly timedOut: boolean;

  constructor(message: string, correlationId: string, options: { cause: unknown; timedOut: boolean }) {
    super(message, correlationId, { cause: options.cause });
    this.timedOut = options.timedOut;
  }
}

/** Something answered that does not speak as this service does, for instance a proxy with a page of HTML. */
export class UnexpectedResponseError extends PartsbenchError {
  override readonly name = "UnexpectedResponseError";
  readonly status: number;
  readonly body: string;

  constructor(status: number, body: string, correlationId: string) {
    super(`The answer with status ${status} is not one that the service gives`, correlationId);
    this.status = status;
    this.body = body;
  }
}

/** A refusal, thrown by `unwrap` and by streams. The message is the problem's own sentence. */
export class ProblemError<Code extends string = string> extends PartsbenchError {
  override readonly name = "ProblemError";
  readonly status: number;
  readonly code: Code;
  readonly problem: Problem;

  constructor(failure: Failure<number, Code>) {
    super(failure.problem.detail, failure.correlationId);
    this.status = failure.status;
    this.code = failure.code;
    this.problem = failure.problem as Problem;
  }
}

/**
 * The data of an answer, for callers that would rather catch than branch.
 *
 * @throws ProblemError when the service refused.
 */
export async function unwrap<R extends Success | Failure<number, string>>(answer: R | Promise<R>): Promise<DataOf<R>> {
  const result: Success | Failure<number, string> = await answer;
  if (result.ok) return result.data as DataOf<R>;
  throw new ProblemError(result);
}
