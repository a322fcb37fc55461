import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { test } from "node:test";
import type { TestContext } from "node:test";
import { connect, EventStream, NetworkError, ProblemError } from "@partsbench/client";
import type { StreamEvent, StreamOptions } from "@partsbench/client";
import { hangUp, problem, startPeer } from "./server.js";
import type { Peer } from "./server.js";

const CLOSED = 'event: connection_close\ndata: {"reason":"completed"}\n\n';

const events = (text: string, end = true) => (response: ServerResponse) => {
  response.writeHead(200, { "Content-Type": "text/event-stream" });
  if (end) response.end(text);
  else response.write(text);
};

const step = (id: number, value: number) => `id: ${id}\nevent: progress_update\ndata: {"value":${value}}\n\n`;

async function peer(context: TestContext, ...answers: Parameters<typeof startPeer>): Promise<Peer> {
  const started = await startPeer(...answers);
  context.after(() => started.close());
  return started;
}

const open = (started: Peer, options: StreamOptions = {}) =>
  new EventStream<StreamEvent<string, { value?: number }>>(connect({ baseUrl: started.url }), `${started.url}/s`, options);

async function values(stream: EventStream<StreamEvent<string, { value?: number }>>): Promise<number[]> {
  const found: number[] = [];
  for await (const event of stream) if (event.data.value !== undefined) found.push(event.data.value);
  return found;
}

test("a completed stream ends the loop", async (context) => {
  const started = await peer(context, events(step(1, 0.5) + step(2, 1) + CLOSED));
  assert.deepEqual(await values(open(started)), [0.5, 1]);
  assert.equal(started.requests.length, 1);
  assert.equal(started.requests[0]!.headers["last-event-id"], undefined);
});

test("a broken stream is continued after the last event, under the same correlation id", async (context) => {
  const started = await peer(context, events(`retry: 1\n\n${step(7, 0.5)}`), hangUp, events(step(8, 1) + CLOSED));
  const lost: (string | undefined)[] = [];
  const stream = open(started, { onReconnect: (one) => lost.push(one.lastEventId) });
  assert.deepEqual(await values(stream), [0.5, 1]);
  assert.deepEqual(started.requests.map((one) => one.headers["last-event-id"]), [undefined, "7", "7"]);
  assert.deepEqual(new Set(started.requests.map((one) => one.headers["x-request-id"])), new Set([stream.correlationId]));
  assert.deepEqual(lost, ["7", "7"]);
  assert.equal(stream.lastEventId, "8");
});

test("a service that shuts down is found again", async (context) => {
  const closed = 'retry: 1\nevent: connection_close\ndata: {"reason":"server_shutdown"}\n\n';
  const started = await peer(context, events(step(1, 0.1) + closed), events(step(2, 0.2) + CLOSED));
  assert.deepEqual(await values(open(started)), [0.1, 0.2]);
});

test("the wait that the service asks for is kept", async (context) => {
  const started = await peer(context, events("retry: 120\n\n"), events(CLOSED));
  const waits: number[] = [];
  const began = performance.now();
  await values(open(started, { onReconnect: (one) => waits.push(one.delayMs) }));
  assert.deepEqual(waits, [120]);
  assert.ok(performance.now() - began >= 115);
});

test("an event that comes twice is given once", async (context) => {
  const started = await peer(context, events(step(1, 0.1) + step(1, 0.1) + step(2, 0.2) + CLOSED));
  assert.deepEqual(await values(open(started)), [0.1, 0.2]);
});

test("a stream above the limit waits as long as it is told", async (context) => {
  const started = await peer(context, problem(503, "STREAM_LIMIT", { "Retry-After": "0" }), events(CLOSED));
  assert.deepEqual(await values(open(started)), []);
  assert.equal(started.requests.length, 2);
});

test("a refusal is thrown", async (context) => {
  const started = await peer(context, problem(404, "TASK_NOT_FOUND"));
  await assert.rejects(values(open(started)), (error) => error instanceof ProblemError && error.code === "TASK_NOT_FOUND");
});

test("reconnections that never succeed end where the caller says", async (context) => {
  const started = await peer(context, events("retry: 1\n\n"), hangUp, hangUp);
  await assert.rejects(values(open(started, { reconnects: 2 })), NetworkError);
  assert.equal(started.requests.length, 3);
});

test("a stream that falls silent is opened again", async (context) => {
  const started = await peer(context, events(`retry: 1\n\n${step(1, 0.1)}`, false), events(step(2, 0.2) + CLOSED));
  assert.deepEqual(await values(open(started, { silenceMs: 80 })), [0.1, 0.2]);
});

test("aborting the signal, closing the stream and leaving the loop end it at both ends", async (context) => {
  const open_forever = events(step(1, 0.1), false);
  const started = await peer(context, open_forever, open_forever, open_forever);
  const gone = () => new Promise((resolve) => started.requests.at(-1)!.socket.once("close", resolve));

  const controller = new AbortController();
  for await (const _event of open(started, { signal: controller.signal })) controller.abort();
  await gone();

  const closed = open(started);
  for await (const _event of closed) closed.close();
  await gone();

  for await (const _event of open(started)) break;
  await gone();
  assert.equal(started.requests.length, 3);
});
