// Writes the files that docs/testing-your-frontend.md shows, one folder for each of its sections, so that they are
// type-checked and run as they are printed.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";

const source = new URL("../../../docs/testing-your-frontend.md", import.meta.url);
const target = new URL("from-docs/", import.meta.url);
const BLOCK = /^## (?<section>[^\n]+)$|^```ts\n\/\/ (?<file>\S+)\n(?<code>.*?)^```$/gms;

await rm(target, { recursive: true, force: true });
let folder = target;
const written = [];
for (const { groups } of (await readFile(source, "utf8")).matchAll(BLOCK)) {
  if (groups.section) {
    folder = new URL(`${groups.section.toLowerCase().replaceAll(" ", "-")}/`, target);
    continue;
  }
  await mkdir(folder, { recursive: true });
  await writeFile(new URL(groups.file, folder), groups.code);
  written.push(`${folder.pathname.slice(target.pathname.length)}${groups.file}`);
}
// A block that lost its first line would be left out without a word.
if (written.length !== 4) throw new Error(`docs/testing-your-frontend.md has ${written.length} files: ${written.join(", ")}`);

// Debian's Chromium is not where Playwright looks, and this is no matter of the page that the example tests.
for (const section of new Set(written.map((file) => file.split("/")[0]))) {
  await writeFile(
    new URL(`${section}/run.config.ts`, target),
    `import config from "./playwright.config.js";
import { chromium } from "../../chromium.js";

export default { ...config, workers: 2, outputDir: "../../../../../test-results/from-docs", use: { ...config.use, ...chromium } };
`,
  );
}
