import type { Reporter } from "@playwright/test/reporter";
import type { Coverage } from "@partsbench/client/testing";
import { keptCoverage } from "./coverage.js";

export interface CoverageReporterOptions {
  /** Tags whose operations are not listed when nothing called them; `testing` unless told. */
  readonly ignoreTags?: readonly string[];
}

/** Prints at the end of a run how much of the contract it touched, and which operations it never called. */
export default class CoverageReporter implements Reporter {
  readonly #ignored: ReadonlySet<string>;

  constructor(options: CoverageReporterOptions = {}) {
    this.#ignored = new Set(options.ignoreTags ?? ["testing"]);
  }

  printsToStdio(): boolean {
    return false;
  }

  async onExit(): Promise<void> {
    const coverage = keptCoverage();
    if (coverage === undefined) console.log("\nContract coverage: unknown, because the server was not reached.");
    else if (coverage instanceof Error) console.log(`\nContract coverage: unknown. ${coverage.message}`);
    else console.log(this.describe(coverage));
  }

  describe(coverage: Coverage): string {
    const operations = coverage.operations.filter((one) => !this.#ignored.has(one.tag));
    const never = operations.filter((one) => one.calls === 0).map((one) => one.operation_id);
    const counted = (name: "statuses" | "codes" | "parameters" | "request_properties" | "response_properties") => {
      const all = operations.flatMap((one) => one[name]);
      return `${all.filter((one) => one.count > 0).length}/${all.length}`;
    };
    return [
      "",
      "Contract coverage",
      `  operations           ${operations.length - never.length}/${operations.length}`,
      `  statuses             ${counted("statuses")}`,
      `  error codes          ${counted("codes")}`,
      `  parameters           ${counted("parameters")}`,
      `  request properties   ${counted("request_properties")}`,
      `  response properties  ${counted("response_properties")}`,
      never.length ? `  never called: ${never.join(", ")}` : "  every operation was called",
    ].join("\n");
  }
}
