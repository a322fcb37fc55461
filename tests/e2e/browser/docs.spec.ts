import { expect, test } from "@partsbench/playwright";

test("Swagger UI opens and executes a call", async ({ page }) => {
  await page.goto("/api/docs");
  const operation = page.locator("#operations-types-list_types");
  await operation.getByRole("button").first().click();
  await operation.getByRole("button", { name: "Execute" }).click();
  const answer = operation.locator(".live-responses-table");
  await expect(answer.locator(".response-col_status").last()).toContainText("200");
  await expect(answer).toContainText('"name": "Relay"');
});
