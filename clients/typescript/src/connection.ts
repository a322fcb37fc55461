/** How often, and how patiently, a request is repeated. */
export interface RetryOptions {
  /** How many times a request is sent again at most; 2 unless told. 0 switches repeating off. */
  readonly attempts?: number;
  /** The longest wait before a repetition, in milliseconds; 10 000 unless told. A longer Retry-After is not waited for. */
  readonly maxDelayMs?: number;
}

export interface ClientOptions {
  /** Where the service lives, such as `http://127.0.0.1:5000`. Left out or empty: where the page came from. */
  readonly baseUrl?: string | undefined;
  /** Used instead of the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The world in which the requests live; only a service in test mode looks at it. */
  readonly sandbox?: string | undefined;
  /** Marks the requests of one test in the log; only a service in test mode looks at it. */
  readonly testId?: string | undefined;
  readonly retry?: RetryOptions | undefined;
  /** How long one attempt may take, in milliseconds; without it there is no limit. Streams have none. */
  readonly timeoutMs?: number | undefined;
}

/** What one call may decide for itself. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The correlation id of the request; one is made unless told. */
  readonly correlationId?: string | undefined;
  readonly retry?: RetryOptions | undefined;
  readonly timeoutMs?: number | undefined;
}

/** Everything that calls share. Make one with `connect` and use it with `send`, or let `createClient` do both. */
export interface Connection {
  readonly base: string;
  readonly fetch: typeof fetch;
  readonly headers: Readonly<Record<string, string>>;
  readonly retry: Required<RetryOptions>;
  readonly timeoutMs: number | undefined;
}

export const CORRELATION_HEADER = "X-Request-ID";
export const SANDBOX_HEADER = "X-Test-Sandbox";
export const TEST_ID_HEADER = "X-Test-Id";

const RETRY: Required<RetryOptions> = { attempts: 2, maxDelayMs: 10_000 };

export function connect(options: ClientOptions = {}): Connection {
  const headers: Record<string, string> = { ...options.headers };
  if (options.sandbox !== undefined) headers[SANDBOX_HEADER] = options.sandbox;
  if (options.testId !== undefined) headers[TEST_ID_HEADER] = options.testId;
  return {
    base: (options.baseUrl ?? "").replace(/\/+$/, ""),
    // A bare `fetch` loses its receiver when it is called as a method of something else.
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    headers,
    retry: { ...RETRY, ...options.retry },
    timeoutMs: options.timeoutMs,
  };
}

/** A random UUID (RFC 9562, version 4). */
export function newCorrelationId(): string {
  // Browsers offer randomUUID on https and localhost only, and a phone may reach the service by a plain address.
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Resolve after the time, or reject with the signal's reason as soon as it is aborted. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}

/** The wait that a 503 asks for in its Retry-After (RFC 9110, section 10.2.3), in milliseconds. */
export function askedWait(response: Response): number | undefined {
  const value = response.headers.get("Retry-After");
  if (response.status !== 503 || value === null) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
