import { CORRELATION_HEADER } from "./connection.js";
import { UnexpectedResponseError } from "./errors.js";
import type { Problem } from "./generated/schema.js";
import type { Failure, Result, Success } from "./result.js";

/** Turn an answer of the service into a result; throws UnexpectedResponseError when it is none. */
export async function read(response: Response, sentId: string): Promise<Result> {
  const { status, headers } = response;
  const correlationId = headers.get(CORRELATION_HEADER) ?? sentId;
  const type = (headers.get("Content-Type") ?? "").split(";")[0]!.trim().toLowerCase();
  if (response.ok) {
    const data = await content(response, type, correlationId);
    return { ok: true, status, data, correlationId, headers } satisfies Success;
  }
  const text = await response.text();
  const problem = type === "application/problem+json" ? (parsed(text) as Problem | undefined) : undefined;
  if (typeof problem?.code !== "string") throw new UnexpectedResponseError(status, text, correlationId);
  return { ok: false, status, code: problem.code, problem, correlationId, headers } satisfies Failure;
}

async function content(response: Response, type: string, correlationId: string): Promise<unknown> {
  if (response.status === 204) return undefined;
  if (type === "application/json") {
    const text = await response.text();
    const data = parsed(text);
    if (data === undefined) throw new UnexpectedResponseError(response.status, text, correlationId);
    return data;
  }
  return type.startsWith("text/") ? response.text() : response.blob();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
