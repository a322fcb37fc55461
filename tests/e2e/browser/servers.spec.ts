// Tests that need a server of their own, because they restart it or configure it otherwise.
import { createServer } from "node:http";
import type { Server } from "node:http";
import { createServer as createSocketServer } from "node:net";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { Daemon } from "@partsbench/playwright";
import { expect, test } from "@playwright/test";
import type { TestInfo } from "@playwright/test";

test.describe.configure({ timeout: 120_000 });

const script = fileURLToPath(new URL("../../../scripts/testing-daemon-ctl.sh", import.meta.url));

async function freePort(): Promise<number> {
  const socket = createSocketServer();
  await new Promise<void>((resolve) => socket.listen(0, "127.0.0.1", resolve));
  const { port } = socket.address() as AddressInfo;
  await new Promise((resolve) => socket.close(resolve));
  return port;
}

function daemonOf(info: TestInfo, port: number, environment: Record<string, string> = {}): Daemon {
  return new Daemon({ script, name: `e2e-own-${info.testId.slice(-10)}-${info.repeatEachIndex}`, port, environment });
}

test("an open page finds the service again after a restart, and its log goes on without a gap or an echo", async ({ page }, info) => {
  const daemon = daemonOf(info, await freePort());
  const shown = page.getByRole("log").getByText(/^call-/);
  try {
    const url = await daemon.start();
    const call = (id: string) => fetch(`${url}/api/types`, { headers: { "X-Request-ID": id } }).then((answer) => answer.text());
    await page.goto(`${url}/#/log`);
    await expect(page.getByTestId("connection")).toHaveText("Live");
    await expect(page.getByText("What the service does in this sandbox")).toBeVisible();
    await call("call-before");
    await expect(shown).toHaveText(["call-before"]);
    await daemon.stop();
    await expect(page.getByTestId("connection")).toHaveText("Reconnecting…");
    await daemon.start();
    await expect(page.getByTestId("connection")).toHaveText("Live", { timeout: 40_000 });
    await expect(page.getByText("What the service does in this sandbox")).toBeVisible({ timeout: 40_000 });
    await call("call-after");
    await expect(shown).toHaveText(["call-after", "call-before"]);
  } finally {
    await daemon.stop();
  }
});

async function elsewhere(): Promise<{ server: Server; origin: string }> {
  const server = createServer((_request, response) => response.end("<!DOCTYPE html><title>elsewhere</title>"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test("a page of an origin that is allowed may call the service and read its headers, others may not", async ({ page }, info) => {
  const [allowed, stranger] = [await elsewhere(), await elsewhere()];
  const daemon = daemonOf(info, await freePort(), { CORS_ORIGINS: allowed.origin });
  try {
    const url = await daemon.start();
    const call = (name: string) =>
      page.evaluate(
        async ([address, typeName]) => {
          const response = await fetch(`${address}/api/types`, {
            method: "POST",
            headers: { "Content-Type": "application/json", "X-Request-ID": `from-elsewhere-${typeName}` },
            body: JSON.stringify({ name: typeName }),
          });
          const { code } = (await response.json()) as { code?: string };
          return { status: response.status, code, id: response.headers.get("X-Request-ID"), location: response.headers.get("Location") };
        },
        [url, name] as const,
      );
    await page.goto(allowed.origin);
    expect(await call("One")).toMatchObject({ status: 201, id: "from-elsewhere-One", location: expect.stringMatching(/^\/api\/types\/\d+$/) });
    expect(await call("one")).toMatchObject({ status: 409, code: "TYPE_NAME_TAKEN", id: "from-elsewhere-one" });
    await page.goto(stranger.origin);
    await expect(call("Two")).rejects.toThrow("Failed to fetch");
  } finally {
    await daemon.stop();
    allowed.server.close();
    stranger.server.close();
  }
});
