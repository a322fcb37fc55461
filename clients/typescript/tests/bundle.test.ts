import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { build } from "esbuild";

async function bundled(source: string): Promise<string> {
  const result = await build({
    stdin: { contents: source, resolveDir: fileURLToPath(new URL("../tests", import.meta.url)) },
    bundle: true,
    format: "esm",
    platform: "browser",
    minify: true,
    write: false,
    logLevel: "silent",
  });
  return result.outputFiles[0]!.text;
}

test("a program that calls one operation carries that one alone", async () => {
  const text = await bundled(`
    import { connect, send } from "@partsbench/client";
    import { listTypes } from "@partsbench/client/operations";
    send(connect(), listTypes).then(console.log);
  `);
  assert.ok(text.includes('"list_types"'));
  assert.ok(!text.includes("create_type"));
  assert.ok(text.length < 9_000, `${text.length} bytes`);
});

test("an import that is not used leaves nothing behind", async () => {
  const text = await bundled('import "@partsbench/client"; console.log(1);');
  assert.equal(text.trim(), "console.log(1);");
});

test("the whole client needs nothing but what a browser has", async () => {
  const text = await bundled('import { createClient } from "@partsbench/client"; console.log(createClient());');
  assert.ok(!/from"node:|require\(/.test(text));
});

test("the operations of test mode stay out of the ordinary client", async () => {
  const text = await bundled('import { createClient } from "@partsbench/client"; console.log(createClient());');
  assert.ok(!text.includes("/testing/"));
});
