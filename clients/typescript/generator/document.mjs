// Where the generators get the document: from the command that prints it, run by the Python at hand.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../../../", import.meta.url));

/** PARTSBENCH_PYTHON if set, else the checkout's own virtual environment, else the first python3. */
export function python() {
  const own = join(repository, ".venv", "bin", "python");
  return process.env.PARTSBENCH_PYTHON ?? (existsSync(own) ? own : "python3");
}

export function readDocument({ testing = false } = {}) {
  const args = ["-m", "handlers.runtime.cli", "openapi", ...(testing ? ["--testing"] : [])];
  const printed = execFileSync(python(), args, { cwd: repository, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(printed);
}
