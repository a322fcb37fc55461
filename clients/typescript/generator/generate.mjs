// Writes src/generated from the OpenAPI document; with --check it only tells whether that would change anything.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { readDocument } from "./document.mjs";
import { listOperations, writeGroups, writeOperations } from "./operations.mjs";

const folder = fileURLToPath(new URL("../src/generated/", import.meta.url));
const HEADER = "/* Generated from the OpenAPI document by `npm run generate`; a change here is lost. */\n";

const BLOB = ts.factory.createTypeReferenceNode("Blob");

async function writeSchema(document) {
  const nodes = await openapiTS(structuredClone(document), {
    alphabetize: false,
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    silent: true,
    transform: (schema) => (schema.format === "binary" ? BLOB : undefined),
  });
  return HEADER + astToString(nodes);
}

function onlyTesting(document) {
  const paths = {};
  for (const [path, item] of Object.entries(document.paths)) {
    const kept = Object.fromEntries(
      Object.entries(item).filter(([key, value]) => key === "parameters" || value.tags?.includes("testing")),
    );
    if (Object.keys(kept).some((key) => key !== "parameters")) paths[path] = kept;
  }
  return { ...document, paths };
}

async function generate() {
  const document = readDocument();
  const testing = onlyTesting(readDocument({ testing: true }));
  const operations = listOperations(document);
  const testingOperations = listOperations(testing);
  const base = document.servers[0].url;
  return {
    "schema.ts": await writeSchema(document),
    "operations.ts": writeOperations(document, operations, { schema: "schema", base }),
    "groups.ts": writeGroups(operations, { constant: "groups", module: "operations" }),
    "testing-schema.ts": await writeSchema(testing),
    "testing-operations.ts": writeOperations(testing, testingOperations, { schema: "testing-schema" }),
    "testing-groups.ts": writeGroups(testingOperations, { constant: "testingGroups", module: "testing-operations" }),
  };
}

function present(name) {
  try {
    return readFileSync(folder + name, "utf8");
  } catch {
    return undefined;
  }
}

const files = await generate();
if (process.argv.includes("--check")) {
  const stale = Object.entries(files).filter(([name, text]) => present(name) !== text);
  for (const [name] of stale) console.error(`clients/typescript/src/generated/${name} does not match the document.`);
  if (stale.length) {
    console.error("Run `npm run generate -w @partsbench/client` and commit what changed.");
    process.exit(1);
  }
  console.log("The generated client matches the document.");
} else {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(folder + name, text);
  console.log(`Wrote ${Object.keys(files).length} files to src/generated.`);
}
