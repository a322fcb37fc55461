import { test as base } from "@playwright/test";
import type { TestInfo } from "@playwright/test";
import { unwrap } from "@partsbench/client";
import { createTestClient } from "@partsbench/client/testing";
import type { TestClient } from "@partsbench/client/testing";
import { BackendLogs, Clock, Faults, logText, Snapshots } from "./controls.js";
import type { ErrorPattern, IdleWait } from "./controls.js";
import { URL_VARIABLE } from "./server.js";

export { expect } from "@playwright/test";
export { BackendLogs, Clock, Faults, logText, Snapshots } from "./controls.js";
export type { ErrorPattern, IdleWait } from "./controls.js";
export { Daemon, waitUntilReady } from "./server.js";
export type { DaemonOptions } from "./server.js";
export type { PartsbenchMetadata } from "./global-setup.js";

/** A world of its own: database, clock, ids, faults, tasks, streams and log. */
export interface Sandbox {
  readonly name: string;
}

export interface PartsbenchOptions {
  /** Whether each test has a sandbox of its own, or all tests of a worker share one. */
  sandboxPer: "test" | "worker";
  /** Whether a new sandbox holds the sample workshop. */
  seed: boolean;
  /** Messages of errors in the backend's log that fail no test. */
  backend: { readonly allowErrors: readonly ErrorPattern[] };
}

export interface PartsbenchFixtures {
  sandbox: Sandbox;
  /** What marks the requests of this test in the log. */
  testId: string;
  /** The typed client, in the test's sandbox. */
  api: TestClient;
  backendLogs: BackendLogs;
  clock: Clock;
  faults: Faults;
  snapshot: Snapshots;
  /** Wait until nothing in the sandbox is under way. */
  idle: IdleWait;
}

export interface PartsbenchWorkerFixtures {
  serverUrl: string;
  sharedSandbox: { readonly take: (seed: boolean) => Promise<Sandbox> };
}

const SANDBOX_HEADER = "X-Test-Sandbox";
const TEST_ID_HEADER = "X-Test-Id";
const SANDBOX_COOKIE = "test_sandbox";

// Names must not meet across repetitions, workers and runs that follow each other on one server.
const RUN = Math.random().toString(36).slice(2, 8);

function markOf(info: TestInfo): string {
  const title = info.titlePath.slice(1).join(" > ").replace(/[^\x20-\x7e]/g, "?").slice(0, 140);
  return `${title} [${RUN}-${info.testId.slice(-8)}-${info.repeatEachIndex}-${info.retry}-${info.workerIndex}]`;
}

export const test = base.extend<PartsbenchOptions & PartsbenchFixtures, PartsbenchWorkerFixtures>({
  sandboxPer: ["test", { option: true }],
  seed: [false, { option: true }],
  backend: [{ allowErrors: [] }, { option: true }],

  serverUrl: [
    async ({}, use) => {
      const url = process.env[URL_VARIABLE];
      if (!url) throw new Error(`${URL_VARIABLE} is not set: add @partsbench/playwright/global-setup to globalSetup`);
      await use(url);
    },
    { scope: "worker" },
  ],

  sharedSandbox: [
    async ({ serverUrl }, use, info) => {
      const { testing } = createTestClient({ baseUrl: serverUrl });
      const name = `worker-${RUN}-${info.workerIndex}`;
      let made = false;
      const take = async (seed: boolean) => {
        if (!made) await unwrap(testing.putSandbox(name, { seed }));
        made = true;
        return { name };
      };
      await use({ take });
      if (made) await unwrap(testing.deleteSandbox(name));
    },
    { scope: "worker" },
  ],

  sandbox: async ({ sandboxPer, seed, serverUrl, sharedSandbox }, use, info) => {
    if (sandboxPer === "worker") {
      await use(await sharedSandbox.take(seed));
      return;
    }
    const { testing } = createTestClient({ baseUrl: serverUrl });
    const name = `test-${RUN}-${info.workerIndex}-${info.testId.slice(-8)}-${info.repeatEachIndex}-${info.retry}`;
    await unwrap(testing.putSandbox(name, { seed }));
    await use({ name });
    await unwrap(testing.deleteSandbox(name));
  },

  testId: async ({}, use, info) => {
    await use(markOf(info));
  },

  api: async ({ serverUrl, sandbox, testId }, use) => {
    await use(createTestClient({ baseUrl: serverUrl, sandbox: sandbox.name, testId }));
  },

  clock: async ({ api }, use) => {
    await use(new Clock(api));
    await api.testing.setClock({ release: true });
  },

  faults: async ({ api }, use) => {
    const faults = new Faults(api);
    await use(faults);
    await faults.clear();
  },

  snapshot: async ({ api }, use) => {
    await use(new Snapshots(api));
  },

  idle: async ({ api }, use) => {
    await use((timeoutMs) => unwrap(api.testing.getIdle({ timeout_ms: timeoutMs })));
  },

  backendLogs: [
    async ({ api, testId, backend }, use, info) => {
      const logs = new BackendLogs(api, testId, backend.allowErrors);
      await use(logs);
      const unexpected = await logs.unexpected();
      if (info.status !== info.expectedStatus || unexpected.length > 0) {
        const entries = await logs.entries();
        await info.attach("backend log", { body: logText(entries), contentType: "text/plain" });
        await info.attach("backend log (JSON)", { body: JSON.stringify(entries, null, 1), contentType: "application/json" });
      }
      if (unexpected.length > 0) throw new Error(`The backend logged errors that nobody expected:\n${logText(unexpected)}`);
    },
    { auto: true },
  ],

  baseURL: async ({ serverUrl }, use) => {
    await use(serverUrl);
  },

  // X-Request-ID is not among them: it would overwrite the ids that the page under test makes and shows.
  extraHTTPHeaders: async ({ extraHTTPHeaders, sandbox, testId }, use) => {
    await use({ ...extraHTTPHeaders, [SANDBOX_HEADER]: sandbox.name, [TEST_ID_HEADER]: testId });
  },

  context: async ({ context, sandbox, serverUrl }, use) => {
    await context.addCookies([{ name: SANDBOX_COOKIE, value: sandbox.name, url: serverUrl }]);
    await use(context);
  },
});
