import { unwrap } from "@partsbench/client";
import type { TestClient } from "@partsbench/client/testing";
import { expect, test } from "@partsbench/playwright";

const search = (page: import("@playwright/test").Page) => page.getByRole("searchbox", { name: "Search parts" });

async function threeParts(api: TestClient): Promise<void> {
  await unwrap(api.parts.create({ description: "Power relay, 12 V", manufacturer: "Omron" }));
  await unwrap(api.parts.create({ description: "Signal relay, 5 V", manufacturer: "Panasonic" }));
  await unwrap(api.parts.create({ description: "Red LED", tags: ["blink"] }));
}

test("parts are found while typing, and the address keeps the words", async ({ page, api }) => {
  await threeParts(api);
  await page.goto("/#/parts");
  await expect(page.getByText("3 found")).toBeVisible();
  await search(page).fill("relay omron");
  await expect(page.getByText("1 found")).toBeVisible();
  await expect(page.getByText("Power relay, 12 V")).toBeVisible();
  await expect(page.getByText("Signal relay, 5 V")).toHaveCount(0);
  await expect(page).toHaveURL(/#\/parts\?q=relay\+omron$/);
  await page.reload();
  await expect(search(page)).toHaveValue("relay omron");
  await expect(page.getByText("1 found")).toBeVisible();
});

test("an answer that comes late does not replace a newer one", async ({ page, api, faults }) => {
  await threeParts(api);
  await page.goto("/#/parts");
  await expect(page.getByText("3 found")).toBeVisible();
  await faults.add({ operation_id: "list_parts", times: 1, delay_ms: 2500 });
  const late = page.waitForRequest(/parts\?q=LED/);
  await search(page).fill("LED");
  await late;
  await search(page).fill("relay");
  await expect(page.getByText("2 found")).toBeVisible();
  await expect.poll(() => faults.injected()).toBe(1);
  // The slow answer would have come by then; what is shown is still the newer one.
  await api.testing.getIdle({ timeout_ms: 10_000 });
  await expect(page.getByText("2 found")).toBeVisible();
  await expect(page.getByText("Red LED")).toHaveCount(0);
});

test("a search that fails says so and can be tried again", async ({ page, api, faults }) => {
  await threeParts(api);
  await faults.add({ operation_id: "list_parts", times: 1, phase: "before", respond: { status: 500, code: "INTERNAL" } });
  await page.goto("/#/parts");
  await expect(page.getByTestId("problem-code")).toHaveText("INTERNAL");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("3 found")).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a part is created, changed and deleted", async ({ page, api }) => {
  await page.goto("/#/parts");
  await page.getByRole("button", { name: "New part" }).click();
  await page.getByLabel("Description").fill("Precision timer");
  await page.getByLabel("Manufacturer", { exact: true }).fill("Texas Instruments");
  await page.getByLabel("Type", { exact: true }).last().selectOption({ label: "Timer" });
  await page.getByLabel("Tags").fill("555, bipolar");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByText("Texas Instruments")).toBeVisible();
  const key = await page.getByRole("heading", { level: 1 }).innerText();
  expect(key).toMatch(/^[A-Z]{4}$/);
  const created = await unwrap(api.parts.get(key));
  expect(created).toMatchObject({ description: "Precision timer", tags: ["555", "bipolar"], type: { name: "Timer" } });

  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Pins", { exact: true }).fill("8");
  await page.getByLabel("Manufacturer", { exact: true }).fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`${key} was saved`)).toBeVisible();
  expect(await unwrap(api.parts.get(key))).toMatchObject({ pin_count: 8, manufacturer: null });

  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(`${key} was deleted`)).toBeVisible();
  expect((await api.parts.get(key)).status).toBe(404);
});

test("what is wrong with a part is said at the fields", async ({ page }) => {
  await page.goto("/#/parts");
  await page.getByRole("button", { name: "New part" }).click();
  await page.getByText("More", { exact: true }).click();
  await page.getByLabel("Pins", { exact: true }).fill("many");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByLabel("Description")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Pins", { exact: true })).toHaveAttribute("aria-invalid", "true");
});

test.describe("with the sample workshop", () => {
  test.use({ seed: true });

  test("a long list has pages", async ({ page }) => {
    await page.goto("/#/parts");
    await expect(page.getByText(/^1–50 of/)).toBeVisible();
    await page.getByRole("button", { name: "Next" }).click();
    await expect(page.getByText(/^51–/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Next" })).toBeDisabled();
  });

  test("the overview shows the workshop at a glance", async ({ page, api }) => {
    const stats = await unwrap(api.dashboard.getStats());
    await page.goto("/");
    const figure = page.locator(".figure", { hasText: "Pieces in stock" });
    await expect(figure).toContainText(stats.total_quantity.toLocaleString("en"));
    await expect(page.getByRole("heading", { name: "Running low" })).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
});
