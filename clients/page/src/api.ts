import { createClient, NetworkError, PartsbenchError } from "@partsbench/client";
import type { Failure, Problem, Success } from "@partsbench/client";

/** The service that served the page. Its sandbox, in test mode, comes with the cookie. */
export const client = createClient();

/** Whether the service runs in test mode; it writes so into the page. */
export const testMode =
  document.querySelector<HTMLMetaElement>('meta[name="partsbench-mode"]')?.content === "testing";

export type Answer<Data> = Success<number, Data> | Failure<number, string>;

/** What went wrong, in words for people, with all that they need to report it. */
export interface Trouble {
  readonly detail: string;
  readonly code: string | undefined;
  readonly correlationId: string;
  readonly errors: Problem["errors"];
}

export function troubleOf(failure: Failure<number, string>): Trouble {
  const { problem, code, correlationId } = failure;
  return { detail: problem.detail, code, correlationId, errors: problem.errors };
}

/** The trouble behind something thrown. What is not the client's is a fault of the page, so it is thrown on. */
export function troubleFrom(error: unknown): Trouble {
  if (!(error instanceof PartsbenchError)) throw error;
  const detail =
    error instanceof NetworkError
      ? "The service does not answer. Check that it runs and that you are connected, then try again."
      : error.message;
  return { detail, code: undefined, correlationId: error.correlationId, errors: undefined };
}
