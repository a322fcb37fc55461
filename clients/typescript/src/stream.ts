import { read } from "./answer.js";
import { askedWait, CORRELATION_HEADER, newCorrelationId, pause } from "./connection.js";
import type { Connection } from "./connection.js";
import { NetworkError, ProblemError } from "./errors.js";
import { MessageParser } from "./sse.js";
import type { Message } from "./sse.js";

/** An event: `event` names it, `data` is what the document declares for that name. */
export interface StreamEvent<Name extends string = string, Data = unknown> {
  readonly event: Name;
  readonly data: Data;
  readonly id: string | undefined;
}

export interface StreamOptions {
  /** Ends the stream when it is aborted; the loop over it then ends as well. */
  readonly signal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The correlation id of the stream; one is made unless told. */
  readonly correlationId?: string | undefined;
  /** Continue after this event instead of at the present. */
  readonly lastEventId?: string | undefined;
  /** How many reconnections in a row may fail before the loop throws; no limit unless told. */
  readonly reconnects?: number | undefined;
  /** Reconnect when nothing, not even a heartbeat, has come for so many milliseconds; 60 000 unless told. */
  readonly silenceMs?: number | undefined;
  /** Called when the connection was lost, before the wait that precedes the next attempt. */
  readonly onReconnect?: ((lost: Reconnection) => void) | undefined;
}

export interface Reconnection {
  /** How many attempts in a row have failed, this one included. */
  readonly failures: number;
  /** How long the stream waits before it tries again, in milliseconds. */
  readonly delayMs: number;
  readonly lastEventId: string | undefined;
}

const MAX_DELAY_MS = 30_000;
const REMEMBERED_IDS = 512;

/**
 * Server-sent events as an async iterable. It reconnects with Last-Event-ID after the wait that the service asks for,
 * and ends when the service closes it as completed, when it is closed here, or when its signal is aborted. A refusal
 * other than a 503 is thrown as a ProblemError. An event that comes twice on one connection is given once.
 */
export class EventStream<E extends StreamEvent> implements AsyncIterable<E> {
  readonly correlationId: string;
  readonly #connection: Connection;
  readonly #url: string;
  readonly #options: StreamOptions;
  readonly #closing = new AbortController();
  #lastEventId: string | undefined;
  #retryMs = 1000;

  constructor(connection: Connection, url: string, options: StreamOptions = {}) {
    this.#connection = connection;
    this.#url = url;
    this.#options = options;
    this.#lastEventId = options.lastEventId;
    this.correlationId = options.correlationId ?? newCorrelationId();
  }

  /** The id of the last event that was given. */
  get lastEventId(): string | undefined {
    return this.#lastEventId;
  }

  /** End the stream; the loop over it ends too. */
  close(): void {
    this.#closing.abort();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<E, void, undefined> {
    const outer = this.#options.signal;
    const ended = outer ? AbortSignal.any([outer, this.#closing.signal]) : this.#closing.signal;
    let failures = 0;
    while (!ended.aborted) {
      const attempt = new AbortController();
      let waitMs: number | undefined;
      try {
        const response = await this.#open(AbortSignal.any([ended, attempt.signal]));
        if (response.status === 204) return;
        waitMs = askedWait(response);
        if (!response.ok) await this.#refuse(response, waitMs);
        else {
          for await (const event of this.#events(response, attempt)) {
            failures = 0;
            yield event;
            if (event.event === "connection_close") {
              if ((event.data as { reason?: string }).reason === "completed") return;
              break;
            }
          }
        }
        failures += 1;
      } catch (error) {
        if (ended.aborted) return;
        if (error instanceof ProblemError) throw error;
        failures += 1;
        if (failures > (this.#options.reconnects ?? Infinity)) throw this.#lost(error);
      } finally {
        attempt.abort();
      }
      if (failures > (this.#options.reconnects ?? Infinity)) throw this.#lost(undefined);
      await this.#waitToReconnect(failures, waitMs, ended);
    }
  }

  #open(signal: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = {
      Accept: "text/event-stream",
      ...this.#connection.headers,
      ...this.#options.headers,
      [CORRELATION_HEADER]: this.correlationId,
    };
    if (this.#lastEventId !== undefined) headers["Last-Event-ID"] = this.#lastEventId;
    return this.#connection.fetch(this.#url, { headers, signal, cache: "no-store" });
  }

  async #refuse(response: Response, waitMs: number | undefined): Promise<void> {
    const result = await read(response, this.correlationId);
    if (!result.ok && waitMs === undefined) throw new ProblemError(result);
  }

  async *#events(response: Response, attempt: AbortController): AsyncGenerator<E, void, undefined> {
    const seen = new Set<string>();
    for await (const message of this.#messages(response, attempt)) {
      if (message.id !== undefined) {
        if (seen.has(message.id)) continue;
        seen.add(message.id);
        if (seen.size > REMEMBERED_IDS) seen.delete(seen.values().next().value!);
        this.#lastEventId = message.id;
      }
      yield { event: message.event, data: JSON.parse(message.data), id: message.id } as E;
    }
  }

  async *#messages(response: Response, attempt: AbortController): AsyncGenerator<Message, void, undefined> {
    if (!response.body) return;
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const parser = new MessageParser();
    const silenceMs = this.#options.silenceMs ?? 60_000;
    let silence = setTimeout(() => attempt.abort(), silenceMs);
    try {
      for (;;) {
        const { done, value } = await reader.read();
        clearTimeout(silence);
        if (done) return;
        const messages = parser.push(value);
        if (parser.retryMs !== undefined) this.#retryMs = parser.retryMs;
        yield* messages;
        silence = setTimeout(() => attempt.abort(), silenceMs);
      }
    } finally {
      clearTimeout(silence);
      reader.cancel().catch(() => undefined);
    }
  }

  async #waitToReconnect(failures: number, askedMs: number | undefined, ended: AbortSignal): Promise<void> {
    const backoffMs = Math.min(this.#retryMs * 2 ** Math.max(0, failures - 1), MAX_DELAY_MS);
    const delayMs = askedMs ?? backoffMs;
    this.#options.onReconnect?.({ failures, delayMs, lastEventId: this.#lastEventId });
    await pause(delayMs, ended).catch(() => undefined);
  }

  #lost(cause: unknown): NetworkError {
    return new NetworkError("The stream was lost", this.correlationId, { cause, timedOut: false });
  }
}
