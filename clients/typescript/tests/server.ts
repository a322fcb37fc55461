import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

function python(): string {
  const own = join(repository, ".venv", "bin", "python");
  return process.env["PARTSBENCH_PYTHON"] ?? (existsSync(own) ? own : "python3");
}

export interface RunningService {
  readonly url: string;
  stop(): Promise<void>;
}

/** The real service as a process of its own, on a database of its own and a port that was free. */
export async function startService(port = "0"): Promise<RunningService> {
  const folder = mkdtempSync(join(tmpdir(), "partsbench-client-"));
  const child = spawn(python(), ["-m", "handlers.runtime.cli", "serve", "--port", port], {
    cwd: repository,
    env: { ...process.env, DATABASE_URL: `sqlite:///${folder}/test.sqlite3`, DRAIN_SECONDS: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await announced(child);
  return {
    url,
    async stop() {
      child.kill("SIGTERM");
      await exited;
      rmSync(folder, { recursive: true });
    },
  };
}

function announced(child: ChildProcess): Promise<string> {
  let output = "";
  let log = "";
  child.stderr!.on("data", (piece: Buffer) => (log += piece.toString()));
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`The service ended with status ${code}:\n${log}`)));
    child.stdout!.on("data", (piece: Buffer) => {
      output += piece.toString();
      const address = /listening on (http:\S+)/.exec(output)?.[1];
      if (address) resolve(address);
    });
  });
}

export interface Peer {
  readonly url: string;
  readonly requests: IncomingMessage[];
  close(): Promise<void>;
}

/** A peer that answers as a test wants it to: one answer for each request, in turn. */
export async function startPeer(...answers: ((response: ServerResponse) => void)[]): Promise<Peer> {
  const requests: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    requests.push(request);
    const answer = answers[requests.length - 1];
    if (answer) answer(response);
    else response.writeHead(500).end("more requests than the test expects");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export function problem(status: number, code: string, headers: Record<string, string> = {}) {
  const body = { type: "about:blank", title: code, status, detail: `This is ${code}`, code, correlation_id: "theirs" };
  return (response: ServerResponse) =>
    response.writeHead(status, { "Content-Type": "application/problem+json", ...headers }).end(JSON.stringify(body));
}

export function json(status: number, body: unknown) {
  return (response: ServerResponse) =>
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

export function hangUp(response: ServerResponse): void {
  response.destroy();
}
