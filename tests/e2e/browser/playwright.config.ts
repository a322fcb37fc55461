import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import type { PartsbenchMetadata, PartsbenchOptions } from "@partsbench/playwright";
import { chromium } from "./chromium.js";

const { resolve } = createRequire(import.meta.url);

const server: PartsbenchMetadata = {
  script: fileURLToPath(new URL("../../../scripts/testing-daemon-ctl.sh", import.meta.url)),
  name: `e2e-browser-${process.env["PARTSBENCH_E2E_NAME"] ?? process.ppid}`,
};

export default defineConfig<PartsbenchOptions>({
  testDir: ".",
  testIgnore: "from-docs/**",
  outputDir: "../../../test-results/e2e-browser",
  fullyParallel: true,
  workers: 4,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], [resolve("@partsbench/playwright/coverage-reporter")]],
  globalSetup: resolve("@partsbench/playwright/global-setup"),
  metadata: { partsbench: server },
  use: {
    ...chromium,
    screenshot: "only-on-failure",
    trace: process.env["CI"] ? "retain-on-failure" : "off",
  },
});
