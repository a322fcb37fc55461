import { unwrap } from "@partsbench/client";
import type { TestClient } from "@partsbench/client/testing";
import { expect, test } from "@partsbench/playwright";

async function partAndBox(api: TestClient): Promise<{ key: string; box: number }> {
  const [type] = await unwrap(api.types.list());
  const part = await unwrap(api.parts.create({ description: "Power relay", type_id: type!.id }));
  const box = await unwrap(api.boxes.create({ description: "Relays", capacity: 6 }));
  return { key: part.key, box: box.box_no };
}

test("pieces come to a suggested place, move and go, and the history adds up", async ({ page, api }) => {
  const { key, box } = await partAndBox(api);
  await page.goto(`/#/parts/${key}`);
  await page.getByRole("button", { name: "Add stock" }).click();
  await expect(page.getByLabel("Box")).toHaveValue(String(box));
  await expect(page.getByLabel("Location")).toHaveValue("1");
  await page.getByRole("spinbutton", { name: "Pieces" }).fill("10");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByTestId("total-quantity")).toHaveText("10 pieces");

  await page.getByRole("button", { name: `Move from ${box}-1`, exact: true }).click();
  await page.getByRole("spinbutton", { name: "Pieces" }).fill("4");
  await page.getByLabel("Box").fill(String(box));
  await page.getByLabel("Location").fill("5");
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect(page.getByRole("link", { name: `${box}-5` })).toBeVisible();

  await page.getByRole("button", { name: `Remove from ${box}-5`, exact: true }).click();
  await page.getByRole("spinbutton", { name: "Pieces" }).fill("4");
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByTestId("total-quantity")).toHaveText("6 pieces");
  await expect(page.getByRole("link", { name: `${box}-5` })).toHaveCount(0);

  const history = await unwrap(api.parts.listHistory(key));
  expect(history.reduce((sum, entry) => sum + entry.delta_qty, 0)).toBe(6);
  await expect(page.getByRole("table", { name: `What happened to ${key}` }).getByRole("row")).toHaveCount(history.length + 1);
});

test("more than there is cannot be taken", async ({ page, api }) => {
  const { key, box } = await partAndBox(api);
  await unwrap(api.inventory.addStock(key, { box_no: box, loc_no: 2, qty: 3 }));
  await page.goto(`/#/parts/${key}`);
  await page.getByRole("button", { name: `Remove from ${box}-2`, exact: true }).click();
  await page.getByRole("spinbutton", { name: "Pieces" }).fill("4");
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByTestId("problem-code")).toHaveText("INSUFFICIENT_QUANTITY");
  expect((await unwrap(api.parts.get(key))).total_quantity).toBe(3);
});

test("a part in stock cannot be deleted", async ({ page, api }) => {
  const { key, box } = await partAndBox(api);
  await unwrap(api.inventory.addStock(key, { box_no: box, loc_no: 2, qty: 5 }));
  await page.goto(`/#/parts/${key}`);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("alert")).toContainText(`Cannot delete part ${key} because 5 pieces are in stock`);
  await expect(page.getByTestId("problem-code")).toHaveText("PART_HAS_STOCK");
});

test("a box shows which places are in use and what lies there", async ({ page, api }) => {
  const { key, box } = await partAndBox(api);
  await unwrap(api.inventory.addStock(key, { box_no: box, loc_no: 3, qty: 7 }));
  await page.goto(`/#/boxes/${box}`);
  await page.getByRole("button", { name: "Location 3, in use" }).click();
  await expect(page.getByText("7 pieces")).toBeVisible();
  await page.getByRole("button", { name: "Location 4" }).click();
  await expect(page.getByText("Nothing lies here.")).toBeVisible();

  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Capacity").fill("2");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByTestId("problem-code")).toHaveText("CAPACITY_IN_USE");
});

test("a box is created, and one that is not empty stays", async ({ page, api }) => {
  await page.goto("/#/boxes");
  await page.getByRole("button", { name: "New box" }).click();
  await page.getByLabel("Description").fill("Odds and ends");
  await page.getByLabel("Capacity").fill("3");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("button", { name: "Location 3" })).toBeVisible();
  const [box] = await unwrap(api.boxes.list());
  expect(box).toMatchObject({ description: "Odds and ends", total_locations: 3 });
  const part = await unwrap(api.parts.create({ description: "Odd" }));
  await unwrap(api.inventory.addStock(part.key, { box_no: box!.box_no, loc_no: 1, qty: 1 }));
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByTestId("problem-code")).toHaveText("BOX_NOT_EMPTY");
});

test("a frozen clock is the clock of everything that happens", async ({ page, api, clock }) => {
  const { key, box } = await partAndBox(api);
  await clock.freeze("2031-05-06T07:08:09Z");
  await page.goto(`/#/parts/${key}`);
  await page.getByRole("button", { name: "Add stock" }).click();
  await expect(page.getByLabel("Box")).toHaveValue(String(box));
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("6 May 2031")).toBeVisible();
  await clock.advance(86_400);
  await unwrap(api.inventory.removeStock(key, { box_no: box, loc_no: 1, qty: 1 }));
  const times = (await unwrap(api.parts.listHistory(key))).map((entry) => Date.parse(entry.timestamp));
  expect(times.sort()).toEqual([Date.parse("2031-05-06T07:08:09Z"), Date.parse("2031-05-07T07:08:09Z")]);
});
