import { unwrap } from "@partsbench/client";
import { expect, test } from "@partsbench/playwright";

test("a type is created, renamed and deleted", async ({ page, api }) => {
  await page.goto("/#/types");
  await page.getByRole("button", { name: "New type" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Flux capacitor");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByText("Flux capacitor was created")).toBeVisible();

  await page.getByRole("button", { name: "Rename Flux capacitor" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Flux condenser");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await expect(page.getByRole("cell", { name: "Flux condenser", exact: true })).toBeVisible();
  await expect(page.getByRole("cell", { name: "Flux capacitor", exact: true })).toHaveCount(0);

  await page.getByRole("button", { name: "Delete Flux condenser" }).click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByText("Flux condenser was deleted")).toBeVisible();
  const names = (await unwrap(api.types.list())).map((type) => type.name);
  expect(names).not.toContain("Flux condenser");
});

test("a name that is taken is refused in the service's own words, beside the field that stays filled", async ({ page, api }) => {
  await unwrap(api.types.create({ name: "Flux capacitor" }));
  await page.goto("/#/types");
  await page.getByRole("button", { name: "New type" }).click();
  await page.getByLabel("Name", { exact: true }).fill("flux CAPACITOR");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("alert")).toContainText("already exists");
  await expect(page.getByTestId("problem-code")).toHaveText("TYPE_NAME_TAKEN");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("flux CAPACITOR");
});

test("an empty name is marked at its field", async ({ page }) => {
  await page.goto("/#/types");
  await page.getByRole("button", { name: "New type" }).click();
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByTestId("problem-code")).toHaveText("VALIDATION_FAILED");
});

test("a type in use stays, and the reference that is shown leads to the backend's log", async ({ page, api, backendLogs }) => {
  const type = await unwrap(api.types.create({ name: "Flux capacitor" }));
  await unwrap(api.parts.create({ description: "1.21 GW", type_id: type.id }));
  await page.goto("/#/types");
  await page.getByRole("button", { name: "Delete Flux capacitor" }).click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();

  await expect(page.getByRole("alert")).toContainText(`Cannot delete type ${type.id} because 1 part uses it`);
  await expect(page.getByTestId("problem-code")).toHaveText("TYPE_IN_USE");
  const reference = await page.getByTestId("problem-correlation-id").innerText();
  expect(reference).toMatch(/^[0-9a-f-]{36}$/);

  const entries = await backendLogs.entries(reference);
  expect(entries.map((entry) => entry.message)).toContain(`DELETE /api/types/${type.id} 409`);
  expect(new Set(entries.map((entry) => entry.correlation_id))).toEqual(new Set([reference]));

  await page.getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(page.getByRole("cell", { name: "Flux capacitor", exact: true })).toBeVisible();
});

test("types are found while typing", async ({ page, api }) => {
  await unwrap(api.types.create({ name: "Flux capacitor" }));
  await page.goto("/#/types");
  await expect(page.getByRole("cell", { name: "Relay", exact: true })).toBeVisible();
  await page.getByRole("searchbox").fill("flux");
  await expect(page.getByRole("cell", { name: "Flux capacitor", exact: true })).toBeVisible();
  await expect(page.getByRole("cell", { name: "Relay", exact: true })).toHaveCount(0);
});
