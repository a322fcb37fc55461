import { unwrap } from "@partsbench/client";
import { expect, test } from "@partsbench/playwright";
import AxeBuilder from "@axe-core/playwright";

test.use({ seed: true });

const PLACES = ["", "parts", "types", "boxes", "boxes/1", "import", "log"];

for (const place of PLACES) {
  test(`the view /${place} is accessible in light and dark`, async ({ page }) => {
    test.slow(true, "every element of a long list is looked at, twice");
    await page.goto(`/#/${place}`);
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    await expect(page.getByText("Loading…")).toHaveCount(0);
    const everything = await new AxeBuilder({ page }).analyze();
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = await new AxeBuilder({ page }).withRules("color-contrast").analyze();
    const found = [...everything.violations, ...dark.violations];
    expect(found.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  });
}

test("light and dark are not the same", async ({ page }) => {
  await page.goto("/");
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  const light = await ground();
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await ground()).not.toBe(light);
});

test("nothing is wider than a phone", async ({ page, api }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const [part] = await unwrap(api.parts.list({ limit: 1 }));
  for (const place of [...PLACES, `parts/${part!.key}`]) {
    await page.goto(`/#/${place}`);
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    await expect(page.getByText("Loading…")).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), place).toBeLessThanOrEqual(360);
  }
});

test("a type is created without a mouse", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByText("Skip to the content")).toBeFocused();
  await page.getByRole("link", { name: "Types" }).first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Types" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "New type" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "New type" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Flux capacitor");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Flux capacitor was created")).toBeVisible();
});

test("the page obeys its own content policy and loads nothing from elsewhere", async ({ page, serverUrl }) => {
  const complaints: string[] = [];
  const strangers: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => request.url().startsWith(serverUrl) || strangers.push(request.url()));
  for (const place of PLACES) {
    await page.goto(`/#/${place}`);
    await expect(page.getByText("Loading…")).toHaveCount(0);
  }
  expect(complaints).toEqual([]);
  expect(strangers).toEqual([]);
});
