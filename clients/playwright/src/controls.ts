import { unwrap } from "@partsbench/client";
import type {
  Clock as ClockState,
  FaultRule,
  Idle,
  LogEntry,
  Snapshot,
  SnapshotDiff,
  TestClient,
} from "@partsbench/client/testing";

/** The clock of the sandbox. */
export class Clock {
  constructor(private readonly api: TestClient) {}

  freeze(at: Date | string): Promise<ClockState> {
    return unwrap(this.api.testing.setClock({ freeze_at: typeof at === "string" ? at : at.toISOString() }));
  }

  /** Move on by seconds, or back by a negative number of them. */
  advance(seconds: number): Promise<ClockState> {
    return unwrap(this.api.testing.setClock({ advance_by: seconds }));
  }

  release(): Promise<ClockState> {
    return unwrap(this.api.testing.setClock({ release: true }));
  }

  async now(): Promise<Date> {
    return new Date((await unwrap(this.api.testing.getClock())).now);
  }
}

/** The faults of the sandbox; a new rule is tried after those that are there. */
export class Faults {
  #rules: readonly FaultRule[] = [];

  constructor(private readonly api: TestClient) {}

  async add(...rules: FaultRule[]): Promise<void> {
    await this.set([...this.#rules, ...rules]);
  }

  async set(rules: readonly FaultRule[]): Promise<void> {
    await unwrap(this.api.testing.setFaults({ rules: [...rules] }));
    this.#rules = rules;
  }

  clear(): Promise<void> {
    return this.set([]);
  }

  /** How often the rules were applied, together. */
  async injected(): Promise<number> {
    const { rules } = await unwrap(this.api.testing.listFaults());
    return rules.reduce((sum, rule) => sum + rule.injected, 0);
  }
}

/** The contents of the sandbox, kept and brought back. */
export class Snapshots {
  constructor(private readonly api: TestClient) {}

  take(name: string): Promise<Snapshot> {
    return unwrap(this.api.testing.takeSnapshot(name));
  }

  async restore(name: string): Promise<void> {
    await unwrap(this.api.testing.restoreSnapshot(name));
  }

  diff(name: string): Promise<SnapshotDiff> {
    return unwrap(this.api.testing.diffSnapshot(name));
  }
}

export type IdleWait = (timeoutMs?: number) => Promise<Idle>;

export type ErrorPattern = string | RegExp;

/** What the service logged because of the test. */
export class BackendLogs {
  readonly #allowed: ErrorPattern[];

  constructor(
    private readonly api: TestClient,
    private readonly testId: string,
    allowed: readonly ErrorPattern[],
  ) {
    this.#allowed = [...allowed];
  }

  /** Let an ERROR whose message contains the text, or matches the expression, pass in this test. */
  allow(...patterns: ErrorPattern[]): void {
    this.#allowed.push(...patterns);
  }

  /** Everything, the oldest first; with a correlation id, what one request caused. */
  async entries(correlationId?: string): Promise<LogEntry[]> {
    const query = { test_id: this.testId, correlation_id: correlationId };
    return (await unwrap(this.api.testing.listLogs(query))).entries;
  }

  /** The errors that nobody expected. */
  async unexpected(): Promise<LogEntry[]> {
    const serious = (await this.entries()).filter((one) => one.level === "ERROR" || one.level === "CRITICAL");
    return serious.filter((one) => !this.#allowed.some((pattern) => matches(one.message, pattern)));
  }
}

const matches = (message: string, pattern: ErrorPattern) =>
  typeof pattern === "string" ? message.includes(pattern) : pattern.test(message);

/** A log as people read it. */
export function logText(entries: readonly LogEntry[]): string {
  const line = (one: LogEntry) =>
    `${one.timestamp} ${one.level.padEnd(8)} ${one.correlation_id ?? "-"} ${one.logger}: ${one.message}` +
    (one.exception ? `\n${one.exception}` : "");
  return entries.map(line).join("\n");
}
