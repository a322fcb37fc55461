import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient, ProblemError } from "@partsbench/client";
import { startService } from "./server.js";

test("the version stream names the service, and goes on when the service comes back", async () => {
  const first = await startService();
  let running = first;
  const client = createClient({ baseUrl: first.url });
  const before = await client.health.get();
  assert.ok(before.ok);

  const names: string[] = [];
  const reasons: string[] = [];
  const stream = client.utils.streamVersions({ correlationId: "watching", reconnects: 20 });
  for await (const event of stream) {
    if (event.event === "connection_open") assert.equal(event.data.correlation_id, "watching");
    if (event.event === "connection_close") reasons.push(event.data.reason);
    if (event.event !== "version") continue;
    names.push(event.data.service);
    if (names.length === 2) break;
    void first.stop().then(async () => (running = await startService(new URL(first.url).port)));
  }
  assert.deepEqual(names, [before.data.version, before.data.version]);
  assert.deepEqual(reasons, ["server_shutdown"]);
  await running.stop();
});

test("following a task that does not exist is a ProblemError with its code", async () => {
  const service = await startService();
  try {
    const stream = createClient({ baseUrl: service.url }).tasks.stream("5f0c7a2e-8d1b-4c55-9a57-1b1c0a2f3e4d");
    await assert.rejects(
      async () => {
        for await (const _event of stream) assert.fail("an event");
      },
      (error) => error instanceof ProblemError && error.code === "TASK_NOT_FOUND" && error.correlationId === stream.correlationId,
    );
  } finally {
    await service.stop();
  }
});
