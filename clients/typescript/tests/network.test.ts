import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestContext } from "node:test";
import { createClient, NetworkError, UnexpectedResponseError, unwrap } from "@partsbench/client";
import { hangUp, json, problem, startPeer } from "./server.js";
import type { Peer } from "./server.js";

async function peer(context: TestContext, ...answers: Parameters<typeof startPeer>): Promise<Peer> {
  const started = await startPeer(...answers);
  context.after(() => started.close());
  return started;
}

const ids = (started: Peer) => started.requests.map((one) => one.headers["x-request-id"]);

test("a read is sent again after a 503 that says when, under the same correlation id", async (context) => {
  const started = await peer(context, problem(503, "DATABASE_UNAVAILABLE", { "Retry-After": "0" }), json(200, []));
  const result = await createClient({ baseUrl: started.url }).types.list();
  assert.ok(result.ok);
  assert.deepEqual(ids(started), [result.correlationId, result.correlationId]);
});

test("a 503 that does not say when is answered as it is", async (context) => {
  const started = await peer(context, problem(503, "DATABASE_UNAVAILABLE"));
  const result = await createClient({ baseUrl: started.url }).types.list();
  assert.equal(result.ok, false);
  assert.equal(started.requests.length, 1);
});

test("a wait longer than the caller's limit is not waited for", async (context) => {
  const started = await peer(context, problem(503, "DATABASE_UNAVAILABLE", { "Retry-After": "60" }));
  const result = await createClient({ baseUrl: started.url }).types.list();
  assert.equal(result.status, 503);
});

test("a POST is never sent twice, because it may have been carried out", async (context) => {
  const started = await peer(context, problem(503, "DATABASE_UNAVAILABLE", { "Retry-After": "0" }), hangUp);
  const client = createClient({ baseUrl: started.url });
  assert.equal((await client.types.create({ name: "Relay" })).status, 503);
  await assert.rejects(client.types.create({ name: "Relay" }), NetworkError);
  assert.equal(started.requests.length, 2);
});

test("a broken connection is tried again for reads, then told as a NetworkError", async (context) => {
  const started = await peer(context, hangUp, json(200, []), hangUp, hangUp, hangUp);
  const client = createClient({ baseUrl: started.url });
  assert.ok((await client.types.list()).ok);
  const error = await client.types.list().then(() => assert.fail("an answer"), (thrown) => thrown);
  assert.ok(error instanceof NetworkError);
  assert.equal(error.timedOut, false);
  assert.equal(error.correlationId, ids(started).at(-1));
  assert.equal(started.requests.length, 5);
});

test("an answer that breaks off in its body is a broken connection too", async (context) => {
  const started = await peer(context, (response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "100" }).write("[");
    setImmediate(() => response.destroy());
  });
  const client = createClient({ baseUrl: started.url, retry: { attempts: 0 } });
  await assert.rejects(client.types.list(), NetworkError);
});

test("an answer that takes too long is a NetworkError that says so", async (context) => {
  const started = await peer(context, () => undefined);
  const client = createClient({ baseUrl: started.url, timeoutMs: 50, retry: { attempts: 0 } });
  await assert.rejects(client.types.list(), (error) => error instanceof NetworkError && error.timedOut);
});

test("a request that the caller gives up rejects with the reason given", async (context) => {
  const started = await peer(context, () => undefined);
  const controller = new AbortController();
  const pending = createClient({ baseUrl: started.url }).types.list({}, { signal: controller.signal });
  controller.abort(new Error("no longer wanted"));
  await assert.rejects(pending, /no longer wanted/);
});

test("an answer in another language than ours is an UnexpectedResponseError", async (context) => {
  const html = (status: number) => (response: import("node:http").ServerResponse) =>
    response.writeHead(status, { "Content-Type": "text/html" }).end("<h1>proxy</h1>");
  const started = await peer(context, html(502), (response) =>
    response.writeHead(200, { "Content-Type": "application/json" }).end("not JSON"),
  );
  const client = createClient({ baseUrl: started.url });
  await assert.rejects(
    client.types.list(),
    (error) => error instanceof UnexpectedResponseError && error.status === 502 && error.body === "<h1>proxy</h1>",
  );
  await assert.rejects(client.types.list(), UnexpectedResponseError);
});

test("sandbox, test id and own headers go with every request", async (context) => {
  const started = await peer(context, json(200, []), json(200, []));
  const client = createClient({ baseUrl: `${started.url}/`, sandbox: "one", testId: "a test", headers: { "X-Mine": "1" } });
  await unwrap(client.types.list());
  await unwrap(client.parts.list({ q: "12 V & more", limit: 5 }, { headers: { Prefer: "code=409" } }));
  const [first, second] = started.requests;
  assert.equal(first!.headers["x-test-sandbox"], "one");
  assert.equal(first!.headers["x-test-id"], "a test");
  assert.equal(second!.headers["x-mine"], "1");
  assert.equal(second!.headers["prefer"], "code=409");
  assert.equal(second!.url, "/api/parts?q=12+V+%26+more&limit=5");
});

test("a path parameter cannot leave its segment", async (context) => {
  const started = await peer(context, json(200, {}));
  await createClient({ baseUrl: started.url }).parts.get("../types?x#y");
  assert.equal(started.requests[0]!.url, "/api/parts/..%2Ftypes%3Fx%23y");
});
