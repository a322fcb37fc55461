import { createTestClient } from "@partsbench/client/testing";
import type { Coverage } from "@partsbench/client/testing";

// The set-up and the reporters live in one process but in separate module instances, so they meet on the global object.
const KEPT = Symbol.for("partsbench.coverage");

type Kept = { [KEPT]?: Coverage | Error };

/** Read the contract coverage while the server still runs, for the reporter that speaks when it is gone. */
export async function keepCoverage(url: string): Promise<void> {
  const answer = await createTestClient({ baseUrl: url }).testing.getCoverage();
  (globalThis as Kept)[KEPT] = answer.ok ? (answer.data as Coverage) : new Error(answer.problem.detail);
}

export const keptCoverage = (): Coverage | Error | undefined => (globalThis as Kept)[KEPT];
