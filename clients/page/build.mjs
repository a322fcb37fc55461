// Builds the page into handlers/page, from where the service serves it; with --check it only compares.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const target = fileURLToPath(new URL("../../handlers/page/", import.meta.url));

async function bundle() {
  const result = await build({
    absWorkingDir: here,
    entryPoints: { app: "src/main.tsx", style: "src/style.css" },
    bundle: true,
    splitting: true,
    format: "esm",
    target: ["es2022", "chrome115", "firefox115", "safari16.4"],
    minify: true,
    legalComments: "none",
    outdir: join(target, "assets"),
    entryNames: "[name]-[hash]",
    chunkNames: "part-[hash]",
    jsx: "automatic",
    jsxImportSource: "preact",
    write: false,
    logLevel: "warning",
  });
  const files = new Map(result.outputFiles.map((file) => [relative(target, file.path), file.text]));
  files.set("index.html", page([...files.keys()]));
  files.set("icon.svg", readFileSync(join(here, "src/icon.svg"), "utf8"));
  return files;
}

function page(names) {
  const hashed = (stem, ending) => names.find((name) => basename(name).startsWith(`${stem}-`) && name.endsWith(ending));
  return readFileSync(join(here, "src/index.html"), "utf8")
    .replace("{{script}}", hashed("app", ".js"))
    .replace("{{style}}", hashed("style", ".css"));
}

function present() {
  const files = new Map();
  if (!existsSync(target)) return files;
  for (const entry of readdirSync(target, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    files.set(relative(target, path), readFileSync(path, "utf8"));
  }
  return files;
}

const built = await bundle();
const before = present();
if (process.argv.includes("--check")) {
  const names = new Set([...built.keys(), ...before.keys()]);
  const stale = [...names].filter((name) => built.get(name) !== before.get(name));
  for (const name of stale) console.error(`handlers/page/${name} does not match clients/page.`);
  if (stale.length) {
    console.error("Run `npm run build -w @partsbench/page` and commit what changed.");
    process.exit(1);
  }
  console.log("The built page matches its source.");
} else {
  rmSync(target, { recursive: true, force: true });
  for (const [name, text] of built) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    writeFileSync(join(target, name), text);
  }
  console.log([...built].map(([name, text]) => `${name} ${text.length} bytes`).join("\n"));
}
