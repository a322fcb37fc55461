// The service logs no ERROR unless it has a fault, so what the fixtures do about one is tried on a peer that claims one.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test as base } from "@partsbench/playwright";

const ERROR = {
  timestamp: "2026-03-01T12:00:00.000000Z",
  level: "ERROR",
  logger: "partsbench.errors",
  message: "the flux capacitor is out of charge",
  correlation_id: "the-cause",
  sandbox: "any",
  test_id: "any",
  exception: "Traceback: ...",
  extra: {},
};

const test = base.extend<object, { serverUrl: string }>({
  serverUrl: [
    async ({}, use) => {
      const peer = createServer((request, response) => {
        const body = request.url!.startsWith("/api/testing/logs") ? { test_id: "any", entries: [ERROR] } : {};
        const status = request.method === "PUT" ? 201 : request.method === "DELETE" ? 204 : 200;
        response.writeHead(status, { "Content-Type": "application/json" }).end(status === 204 ? undefined : JSON.stringify(body));
      });
      await new Promise<void>((resolve) => peer.listen(0, "127.0.0.1", resolve));
      await use(`http://127.0.0.1:${(peer.address() as AddressInfo).port}`);
      peer.closeAllConnections();
      peer.close();
    },
    { scope: "worker" },
  ],
});

test("an ERROR that nobody expected fails the test that caused it", async ({ backendLogs }, info) => {
  test.fail();
  expect(await backendLogs.unexpected()).toHaveLength(1);
  expect(info.errors).toEqual([]);
});

test("an ERROR that the test expects does not", async ({ backendLogs }) => {
  backendLogs.allow(/flux capacitor/);
  expect(await backendLogs.unexpected()).toEqual([]);
});

test.describe("with a list for the whole project", () => {
  test.use({ backend: { allowErrors: ["out of charge"] } });

  test("an ERROR that is on the list does not either", async ({ backendLogs }) => {
    expect(await backendLogs.unexpected()).toEqual([]);
  });
});
