import { read } from "./answer.js";
import { askedWait, CORRELATION_HEADER, newCorrelationId, pause } from "./connection.js";
import type { CallOptions, Connection } from "./connection.js";
import { NetworkError, UnexpectedResponseError } from "./errors.js";
import type { Result } from "./result.js";
import { EventStream } from "./stream.js";
import type { StreamOptions } from "./stream.js";

/**
 * One operation of the document: what it takes to call it, and, for the compiler alone, what it takes and answers.
 * Operations are plain data, so a bundler keeps only those that a program mentions.
 */
export interface Operation<Args extends readonly unknown[], Answer> {
  readonly id: string;
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "PATCH" | "HEAD";
  /** The path below the base address, with the names of its parameters in braces. */
  readonly path: string;
  readonly body?: "application/json" | "multipart/form-data";
  readonly query?: true;
  readonly stream?: true;
  /** Never present. It ties the types to the value. */
  readonly signature?: (...args: Args) => Answer;
}

/** Query parameters, of which those that may be absent may also be undefined. */
export type Query<T> = { [K in keyof T]: {} extends Pick<T, K> ? T[K] | undefined : T[K] };

export type AnyOperation = Operation<never, unknown>;

const IDEMPOTENT = new Set(["GET", "HEAD", "PUT", "DELETE"]);

/** Call one operation: path parameters first, in the order of the path, then the body, the query and the options. */
export function send<Args extends readonly unknown[], Answer>(
  connection: Connection,
  operation: Operation<Args, Answer>,
  ...args: Args
): Answer {
  const rest: unknown[] = [...args];
  const path = operation.path.replace(/\{[^}]+\}/g, () => encodeURIComponent(String(rest.shift())));
  const body = operation.body === undefined ? undefined : rest.shift();
  const query = operation.query ? queryString(rest.shift() as Record<string, unknown> | undefined) : "";
  const url = connection.base + path + query;
  if (operation.stream) return new EventStream(connection, url, rest[0] as StreamOptions | undefined) as Answer;
  return call(connection, operation, url, body, (rest[0] as CallOptions | undefined) ?? {}) as Answer;
}

function queryString(query: Record<string, unknown> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) search.append(name, String(one));
    }
  }
  const text = search.toString();
  return text && `?${text}`;
}

async function call(
  connection: Connection,
  operation: Pick<AnyOperation, "method" | "body">,
  url: string,
  body: unknown,
  options: CallOptions,
): Promise<Result> {
  const correlationId = options.correlationId ?? newCorrelationId();
  const headers: Record<string, string> = {
    Accept: "application/json, application/problem+json;q=0.9, */*;q=0.8",
    ...connection.headers,
    ...options.headers,
    [CORRELATION_HEADER]: correlationId,
  };
  const init: RequestInit = { method: operation.method, headers };
  if (body !== undefined) init.body = encoded(body, operation.body, headers);
  const retry = { ...connection.retry, ...options.retry };
  const repeatable = IDEMPOTENT.has(operation.method);
  for (let attempt = 0; ; attempt++) {
    const mayRepeat = repeatable && attempt < retry.attempts;
    const outcome = await attemptOnce(connection, url, init, correlationId, options);
    if (outcome instanceof NetworkError) {
      if (!mayRepeat) throw outcome;
      await pause(Math.min(200 * 2 ** attempt, retry.maxDelayMs), options.signal);
    } else if (mayRepeat && outcome.waitMs !== undefined && outcome.waitMs <= retry.maxDelayMs) {
      await pause(outcome.waitMs, options.signal);
    } else {
      return outcome.result;
    }
  }
}

async function attemptOnce(
  connection: Connection,
  url: string,
  init: RequestInit,
  correlationId: string,
  options: CallOptions,
): Promise<NetworkError | { result: Result; waitMs: number | undefined }> {
  const timeoutMs = options.timeoutMs ?? connection.timeoutMs;
  const timeout = timeoutMs === undefined ? undefined : AbortSignal.timeout(timeoutMs);
  const signals = [options.signal, timeout].filter((signal) => signal !== undefined);
  try {
    const response = await connection.fetch(url, signals.length ? { ...init, signal: AbortSignal.any(signals) } : init);
    return { result: await read(response, correlationId), waitMs: askedWait(response) };
  } catch (cause) {
    if (cause instanceof UnexpectedResponseError || options.signal?.aborted) throw cause;
    const timedOut = timeout?.aborted ?? false;
    const reason = timedOut ? `No answer came within ${timeoutMs} ms` : "The service could not be reached";
    return new NetworkError(reason, correlationId, { cause, timedOut });
  }
}

function encoded(body: unknown, type: AnyOperation["body"], headers: Record<string, string>): BodyInit {
  if (type === "multipart/form-data") return formData(body as Record<string, unknown>);
  headers["Content-Type"] = "application/json";
  return JSON.stringify(body);
}

function formData(parts: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) {
    if (value === undefined || value === null) continue;
    if (value instanceof Blob) form.append(name, value);
    else form.append(name, typeof value === "object" ? JSON.stringify(value) : String(value));
  }
  return form;
}
