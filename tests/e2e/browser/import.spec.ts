import { unwrap } from "@partsbench/client";
import { expect, test } from "@partsbench/playwright";
import type { Page } from "@playwright/test";

const ORDER = [
  "Index,DigiKey Part #,Manufacturer Part Number,Description,Customer Reference,Quantity,Backorder,Unit Price,Extended Price",
  "1,296-1395-5-ND,LM358P,IC OPAMP GP 2 CIRCUIT 8DIP,,10,0,0.35810,3.58",
  "2,NE555P-ND,NE555P,IC OSC SINGLE TIMER 100KHZ 8-DIP,,25,0,0.40,10.00",
].join("\r\n");

async function choose(page: Page, name: string, text: string): Promise<void> {
  await page.goto("/#/import");
  await page.getByLabel("File").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

test("an order is looked at, imported while one watches, and put into a box", async ({ page, api }) => {
  const box = await unwrap(api.boxes.create({ description: "New arrivals", capacity: 10 }));
  await choose(page, "order.csv", ORDER);
  await page.getByLabel("Put the pieces into").selectOption(String(box.box_no));
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByTestId("import-counts")).toHaveText("2 new, 0 already there, 0 skipped, 0 with errors; 35 pieces to put away");
  await expect(page.getByRole("cell", { name: "LM358P" })).toBeVisible();
  expect(await unwrap(api.parts.list())).toEqual([]);

  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByTestId("import-result")).toHaveText("2 parts were created, 0 were there already.");
  const parts = await unwrap(api.parts.list({ sort: "manufacturer_code" }));
  expect(parts.map((part) => [part.manufacturer_code, part.total_quantity])).toEqual([["LM358P", 10], ["NE555P", 25]]);
});

test("the progress of a long import is shown", async ({ page, api }) => {
  const rows = Array.from({ length: 3000 }, (_, at) => `Resistor ${at},R-${at}`);
  await choose(page, "long.csv", ["Description,Manufacturer Part Number", ...rows].join("\n"));
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByTestId("import-counts")).toContainText("3,000 new");
  const values: number[] = [];
  await page.exposeFunction("seen", (value: number) => values.push(value));
  await page.evaluate(() => {
    new MutationObserver(() => {
      const bar = document.querySelector<HTMLProgressElement>("progress");
      if (bar) (window as unknown as { seen: (value: number) => void }).seen(bar.value);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByTestId("import-result")).toContainText("3,000 parts were created", { timeout: 45_000 });
  expect(values.some((value) => value > 0 && value < 1)).toBe(true);
  expect(values).toEqual([...values].sort((a, b) => a - b));
  const one = await api.parts.list({ limit: 1 });
  expect(one.headers.get("X-Total-Count")).toBe("3000");
});

test("a file with an error cannot be imported, and the row says why", async ({ page, api }) => {
  const box = await unwrap(api.boxes.create({ description: "Any", capacity: 3 }));
  await choose(page, "own.csv", "Bezeichnung;Menge\nRelais;drei\n");
  await page.getByLabel("Put the pieces into").selectOption(String(box.box_no));
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByTestId("problem-code")).toHaveText("IMPORT_UNREADABLE");
  await page.getByLabel("Bezeichnung").selectOption("description");
  await expect(page.getByTestId("import-counts")).toContainText("1 new");
  await page.getByText(/^Columns/).click();
  await page.getByLabel("Menge").selectOption("quantity");
  await expect(page.getByTestId("import-counts")).toContainText("1 with errors");
  await expect(page.locator(".field-error")).toBeVisible();
  await expect(page.getByRole("button", { name: "Import", exact: true })).toBeDisabled();
});
