import { unwrap } from "@partsbench/client";
import { expect, test } from "@partsbench/playwright";

test("a version that is announced is shown in a banner", async ({ page, api }) => {
  await page.goto("/");
  await expect(page.getByTestId("connection")).toHaveText("Live");
  await expect(page.getByText("was deployed")).toHaveCount(0);
  await unwrap(api.testing.announceVersion({ version: "2.5.0", changelog: "Faster search" }));
  await expect(page.getByText("Version 2.5.0 was deployed. Faster search")).toBeVisible();
  await page.getByRole("button", { name: "Later" }).click();
  await expect(page.getByText("was deployed")).toHaveCount(0);
});

test("the log shows what happens in this sandbox, once, under its correlation id", async ({ page, api }) => {
  await page.goto("/#/log");
  const log = page.getByRole("log");
  await expect(page.getByText("What the service does in this sandbox")).toBeVisible();
  for (let at = 0; at < 20; at++) await unwrap(api.types.list({}, { correlationId: `shown-${String(at).padStart(2, "0")}` }));
  const shown = log.getByText(/^shown-\d\d$/);
  await expect(shown).toHaveCount(20);
  expect((await shown.allInnerTexts()).reverse()).toEqual(Array.from({ length: 20 }, (_, at) => `shown-${String(at).padStart(2, "0")}`));
  await page.getByRole("searchbox").fill("shown-07");
  await expect(shown).toHaveCount(1);
});

test("a stream that breaks off and repeats itself loses nothing and doubles nothing", async ({ api, faults }) => {
  await faults.add({ operation_id: "stream_task", times: 2, stream: { close_after: 3, duplicate: 2 } });
  const task = await unwrap(api.testing.startScriptedTask({ steps: [], wait_for_event: true }));
  const values: number[] = [];
  let breaks = 0;
  const reading = (async () => {
    for await (const event of api.tasks.stream(task.id, { onReconnect: () => (breaks += 1) })) {
      if (event.event === "progress_update") values.push(event.data.value);
      if (event.event === "task_completed") return event.data.result;
    }
    return undefined;
  })();
  const steps = Array.from({ length: 12 }, (_, at) => (at + 1) / 20);
  for (const value of steps) {
    await unwrap(api.testing.sendTaskEvent(task.id, { event: "progress_update", message: `Step ${value}`, value }));
    await expect.poll(() => values.at(-1)).toBe(value);
  }
  await unwrap(api.testing.sendTaskEvent(task.id, { event: "task_completed", result: { done: true } }));
  expect(await reading).toMatchObject({ done: true });
  expect(values).toEqual(steps);
  expect(breaks).toBe(2);
});

test("a browser's own EventSource can follow a task and names its stream by the query", async ({ page, api }) => {
  const task = await unwrap(api.testing.startScriptedTask({ steps: [{ message: "Half", value: 0.5 }], result: { made: 3 } }));
  await page.goto("/");
  const seen = await page.evaluate(
    (id) =>
      new Promise<string[]>((resolve) => {
        const names: string[] = [];
        const source = new EventSource(`/api/tasks/${id}/stream?request_id=from-the-browser`);
        for (const name of ["connection_open", "task_completed", "connection_close"]) {
          source.addEventListener(name, (event) => {
            names.push(`${name} ${JSON.parse((event as MessageEvent<string>).data).correlation_id}`);
            if (name !== "connection_close") return;
            source.close();
            resolve(names);
          });
        }
      }),
    task.id,
  );
  expect(seen).toEqual(["connection_open", "task_completed", "connection_close"].map((name) => `${name} from-the-browser`));
});
