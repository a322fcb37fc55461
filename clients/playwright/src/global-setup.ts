/**
 * Starts the server before the tests and stops it after them. Say in `metadata.partsbench` of the Playwright
 * configuration either how to start one (`script`, `name`, `port`, `environment`), or where one runs already (`url`).
 */
import type { FullConfig } from "@playwright/test";
import { keepCoverage } from "./coverage.js";
import { Daemon, URL_VARIABLE, waitUntilReady } from "./server.js";
import type { DaemonOptions } from "./server.js";

export type PartsbenchMetadata = DaemonOptions | { readonly url: string; readonly readyMs?: number };

export default async function globalSetup(config: FullConfig): Promise<() => Promise<void>> {
  const wanted = config.metadata["partsbench"] as PartsbenchMetadata | undefined;
  if (!wanted) throw new Error("The Playwright configuration has no metadata.partsbench");
  if ("url" in wanted) {
    await waitUntilReady(wanted.url, wanted.readyMs ?? 60_000);
    process.env[URL_VARIABLE] = wanted.url;
    return () => keepCoverage(wanted.url);
  }
  const daemon = new Daemon(wanted);
  const url = await daemon.start();
  process.env[URL_VARIABLE] = url;
  return async () => {
    try {
      await keepCoverage(url);
    } finally {
      await daemon.stop();
    }
  };
}
