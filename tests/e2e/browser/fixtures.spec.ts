import { unwrap } from "@partsbench/client";
import { createTestClient } from "@partsbench/client/testing";
import { expect, test } from "@partsbench/playwright";

test("what happens in one sandbox is not seen in another", async ({ api, page, serverUrl }) => {
  await unwrap(api.types.create({ name: "Only here" }));
  const elsewhere = createTestClient({ baseUrl: serverUrl, sandbox: `elsewhere-${crypto.randomUUID()}` });
  expect((await unwrap(elsewhere.types.list())).map((type) => type.name)).not.toContain("Only here");
  await page.goto("/#/types");
  await expect(page.getByText("Only here")).toBeVisible();
});

test("the cookie alone leads to the sandbox, for what cannot set headers", async ({ api, page }) => {
  await unwrap(api.types.create({ name: "Only here" }));
  await page.context().setExtraHTTPHeaders({});
  await page.goto("/#/types");
  await expect(page.getByText("Only here")).toBeVisible();
});

test("what the page asks for is marked with the test and has ids of the page's own", async ({ page, backendLogs, testId }) => {
  await page.goto("/#/types");
  await expect(page.getByText("Relay", { exact: true })).toBeVisible();
  const entries = (await backendLogs.entries()).filter((entry) => entry.message === "GET /api/types 200");
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ test_id: testId, level: "INFO" });
  expect(entries[0]!.correlation_id).toMatch(/^[0-9a-f-]{36}$/);
});

test("a snapshot brings everything back", async ({ api, snapshot }) => {
  await snapshot.take("clean");
  await unwrap(api.types.create({ name: "Short-lived" }));
  expect((await snapshot.diff("clean")).tables.map((one) => one.table)).toEqual(["types"]);
  await snapshot.restore("clean");
  expect((await snapshot.diff("clean")).tables).toEqual([]);
});

test("quiet is when nothing is under way any more", async ({ api, faults, idle }) => {
  await faults.add({ operation_id: "list_types", times: 1, delay_ms: 400 });
  const slow = api.types.list();
  await expect.poll(() => faults.injected()).toBe(1);
  expect((await api.testing.getIdle({ timeout_ms: 0 })).status).toBe(408);
  await idle(10_000);
  expect((await slow).ok).toBe(true);
});

test.describe("one sandbox for a worker", () => {
  test.use({ sandboxPer: "worker" });
  test.describe.configure({ mode: "serial" });

  test("keeps what a test leaves", async ({ api }) => {
    await unwrap(api.types.create({ name: "Left behind" }));
  });

  test("shows it to the next", async ({ api }) => {
    expect((await unwrap(api.types.list())).map((type) => type.name)).toContain("Left behind");
  });
});
