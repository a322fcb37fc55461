import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createClient, ProblemError, unwrap } from "@partsbench/client";
import type { Client } from "@partsbench/client";
import { startService } from "./server.js";
import type { RunningService } from "./server.js";

let service: RunningService;
let client: Client;

before(async () => {
  service = await startService();
  client = createClient({ baseUrl: service.url });
});

after(() => service.stop());

test("a type is created, renamed, shown and deleted", async () => {
  const created = await client.types.create({ name: "Test probe" });
  assert.ok(created.ok);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("Location"), `/api/types/${created.data.id}`);

  const renamed = await client.types.update(created.data.id, { name: "Measuring probe" });
  assert.ok(renamed.ok);
  assert.equal(renamed.data.name, "Measuring probe");

  const deleted = await client.types.delete(created.data.id);
  assert.ok(deleted.ok);
  assert.equal(deleted.status, 204);
  assert.equal(deleted.data, undefined);

  const gone = await client.types.get(created.data.id);
  assert.ok(!gone.ok);
  assert.equal(gone.code, "TYPE_NOT_FOUND");
});

test("a refusal carries its code, its sentence and the id that the service logged", async () => {
  await unwrap(client.types.create({ name: "Twice" }));
  const refused = await client.types.create({ name: "twice" }, { correlationId: "the-second-twice" });
  assert.ok(!refused.ok);
  assert.equal(refused.status, 409);
  assert.equal(refused.code, "TYPE_NAME_TAKEN");
  assert.equal(refused.correlationId, "the-second-twice");
  assert.equal(refused.problem.correlation_id, "the-second-twice");
  assert.match(refused.problem.detail, /already exists/);
});

test("each request has a correlation id of its own, which the answer repeats", async () => {
  const first = await client.health.getHealthz();
  const second = await client.health.getHealthz();
  assert.match(first.correlationId, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.notEqual(first.correlationId, second.correlationId);
  assert.equal(first.headers.get("X-Request-ID"), first.correlationId);
});

test("invalid input names each member that is wrong", async () => {
  const refused = await client.types.create({ name: "" });
  assert.ok(!refused.ok);
  assert.equal(refused.code, "VALIDATION_FAILED");
  assert.deepEqual(new Set(refused.problem.errors?.map((one) => one.pointer)), new Set(["/name"]));
});

test("query parameters reach the service, and those that are undefined stay away", async () => {
  const plain = await unwrap(client.types.list({ include_stats: undefined }));
  const counted = await unwrap(client.types.list({ include_stats: true }));
  assert.ok(plain.length > 0);
  assert.equal(plain[0]!.part_count, undefined);
  assert.equal(counted[0]!.part_count, 0);
});

test("unwrap throws the problem for those who would rather catch", async () => {
  const error = await unwrap(client.types.get(2147483647)).then(() => assert.fail("no refusal"), (thrown) => thrown);
  assert.ok(error instanceof ProblemError);
  assert.equal(error.code, "TYPE_NOT_FOUND");
  assert.equal(error.status, 404);
  assert.equal(error.message, error.problem.detail);
  assert.equal(error.correlationId, error.problem.correlation_id);
});
