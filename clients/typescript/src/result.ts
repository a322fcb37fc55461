import type { ErrorCode, Problem } from "./generated/schema.js";

/** What every answer carries, whichever way it went. */
interface Answer {
  /** The correlation id of the request: every line that the service logged for it has it. */
  readonly correlationId: string;
  readonly headers: Headers;
}

/** The service did what was asked. */
export interface Success<Status extends number = number, Data = unknown> extends Answer {
  readonly ok: true;
  readonly status: Status;
  readonly data: Data;
}

/**
 * The service refused or failed. `code` says which of the operation's declared ways it was, `problem.detail` says it in
 * a sentence for people. A newer service may send a code that this version does not know: keep a default branch.
 */
export interface Failure<Status extends number = number, Code extends string = ErrorCode> extends Answer {
  readonly ok: false;
  readonly status: Status;
  readonly code: Code;
  readonly problem: Problem & { readonly status: Status; readonly code: Code };
}

/** Any answer, for code that does not care which operation it came from. */
export type Result = Success | Failure<number, string>;

/** What an operation answers when it succeeds. */
export type DataOf<R> = R extends Success<number, infer Data> ? Data : never;

/** The codes with which an operation may refuse or fail. */
export type CodeOf<R> = R extends Failure<number, infer Code> ? Code : never;
