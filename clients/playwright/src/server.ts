import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { createTestClient } from "@partsbench/client/testing";

const run = promisify(execFile);

/** Under this name the address of the server reaches the workers, which inherit the environment of the set-up. */
export const URL_VARIABLE = "PARTSBENCH_URL";

export interface DaemonOptions {
  /** The path of `scripts/testing-daemon-ctl.sh`. */
  readonly script: string;
  /** Tells this server from others that run at the same time. */
  readonly name: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** Settings of the server, such as `CORS_ORIGINS`. */
  readonly environment?: Readonly<Record<string, string>>;
  /** How long the server may take to become ready, in milliseconds; 60 000 unless told. */
  readonly readyMs?: number;
}

/** A server in test mode that runs in the background under the daemon script. */
export class Daemon {
  readonly #options: DaemonOptions;

  constructor(options: DaemonOptions) {
    this.#options = options;
  }

  /** Start it unless it runs, wait until it is ready, and return its address. */
  async start(): Promise<string> {
    const printed = await this.#control("start");
    const url = /https?:\/\/[^\s"']+/.exec(printed)?.[0];
    if (!url) throw new Error(`${this.#options.script} printed no address:\n${printed}`);
    await waitUntilReady(url, this.#options.readyMs ?? 60_000);
    return url;
  }

  async stop(): Promise<void> {
    await this.#control("stop");
  }

  async #control(command: "start" | "stop"): Promise<string> {
    const { script, name, port = 0, environment } = this.#options;
    const env = { ...process.env, ...environment };
    try {
      const { stdout } = await run(script, [command, "--name", name, "--port", String(port)], { env });
      return stdout;
    } catch (error) {
      const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
      throw new Error(`${script} ${command} failed:\n${stdout}${stderr}`, { cause: error });
    }
  }
}

/** Ask readyz until it says yes. */
export async function waitUntilReady(url: string, withinMs: number): Promise<void> {
  const client = createTestClient({ baseUrl: url, retry: { attempts: 0 }, timeoutMs: 2_000 });
  const deadline = performance.now() + withinMs;
  let last = "nothing was answered";
  while (performance.now() < deadline) {
    try {
      const answer = await client.health.getReadyz();
      if (answer.ok) return;
      last = answer.problem.detail;
    } catch (error) {
      last = String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} was not ready within ${withinMs} ms: ${last}`);
}
