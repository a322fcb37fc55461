import { unwrap } from "@partsbench/client";
import { expect, test } from "@partsbench/playwright";
import type { Page } from "@playwright/test";

async function createType(page: Page, name: string): Promise<void> {
  await page.goto("/#/types");
  await page.getByRole("button", { name: "New type" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Create" }).click();
}

test("a fault before the handler leaves nothing behind", async ({ page, api, faults, snapshot }) => {
  await snapshot.take("before");
  await faults.add({ operation_id: "create_type", times: 1, phase: "before", respond: { status: 503, code: "DATABASE_UNAVAILABLE" } });
  await createType(page, "Flux capacitor");
  await expect(page.getByTestId("problem-code")).toHaveText("DATABASE_UNAVAILABLE");
  expect((await snapshot.diff("before")).tables).toEqual([]);

  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByText("Flux capacitor was created")).toBeVisible();
  expect((await unwrap(api.types.list())).filter((type) => type.name === "Flux capacitor")).toHaveLength(1);
});

test("a fault after the commit leaves the work done, and the page does not do it again by itself", async ({ page, faults, snapshot }) => {
  await snapshot.take("before");
  await faults.add({ operation_id: "create_type", times: 1, phase: "after", respond: { status: 500, code: "INTERNAL" } });
  await createType(page, "Flux capacitor");
  await expect(page.getByTestId("problem-code")).toHaveText("INTERNAL");
  const changed = await snapshot.diff("before");
  expect(changed.tables.map((table) => [table.table, table.added.length])).toEqual([["types", 1]]);

  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByTestId("problem-code")).toHaveText("TYPE_NAME_TAKEN");
});

test("a connection that breaks is told apart from a refusal", async ({ page, faults }) => {
  // Chromium repeats by itself what met a connection that it had used before, so one break would go unnoticed.
  await faults.add({ operation_id: "create_type", drop_connection: true });
  await createType(page, "Flux capacitor");
  await expect(page.getByRole("alert")).toContainText("The service does not answer");
  await expect(page.getByTestId("problem-code")).toHaveCount(0);
  await expect(page.getByTestId("problem-correlation-id")).toHaveText(/^[0-9a-f-]{36}$/);
});

test("a read that meets a short outage succeeds without a word", async ({ page, faults }) => {
  await faults.add({ operation_id: "list_types", times: 1, drop_connection: true });
  await page.goto("/#/types");
  await expect(page.getByRole("cell", { name: "Relay", exact: true })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(await faults.injected()).toBe(1);
});
