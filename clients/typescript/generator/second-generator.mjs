// A frontend may bring its own generator. This one, which shares no code with ours, has to make a client that compiles.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient } from "@hey-api/openapi-ts";
import { readDocument } from "./document.mjs";

const here = fileURLToPath(new URL("..", import.meta.url));
const tsc = join(createRequire(import.meta.url).resolve("typescript/package.json"), "../bin/tsc");

const CONFIGURATION = {
  compilerOptions: {
    target: "ES2022",
    module: "ESNext",
    moduleResolution: "Bundler",
    lib: ["ES2022", "DOM", "DOM.Iterable"],
    strict: true,
    // What it generates beside the operations is written without exactOptionalPropertyTypes in mind.
    skipLibCheck: true,
    types: [],
    noEmit: true,
  },
  include: ["client", "use.ts"],
};

const USE = `
import { createPart, deleteType, listParts } from "./client";
import type { ErrorCode, Part, Problem } from "./client";

export async function use(): Promise<Part | Problem | ErrorCode | undefined> {
  const created = await createPart({ body: { description: "Relay" } });
  if (created.data) return created.data;
  const listed = await listParts({ query: { q: "relay", limit: 5 } });
  const first: Part | undefined = listed.data?.[0];
  const refused = await deleteType({ path: { type_id: 3 } });
  return refused.error?.code ?? first;
}
`;

const folder = mkdtempSync(join(here, ".second-"));
try {
  for (const testing of [false, true]) {
    const input = join(folder, "document.json");
    writeFileSync(input, JSON.stringify(readDocument({ testing })));
    await createClient({ input, output: { path: join(folder, "client"), clean: true }, logs: { level: "silent" } });
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(CONFIGURATION));
    writeFileSync(join(folder, "use.ts"), USE);
    execFileSync(process.execPath, [tsc, "-p", folder], { stdio: "inherit" });
    console.log(`@hey-api/openapi-ts made a client ${testing ? "with" : "without"} test mode, and it compiles.`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
