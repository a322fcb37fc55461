// Writes the operations: plain data for the program, and signatures for the compiler.
import { camel, methodName, pascal } from "./names.mjs";

const METHODS = ["get", "put", "post", "delete", "patch", "head"];
const HEADER = "/* Generated from the OpenAPI document by `npm run generate`; a change here is lost. */\n";

/** What the stream's own options say; these parameters are for clients that cannot set headers. */
const SET_BY_STREAM = new Set(["request_id", "last_event_id"]);

const streams = (document, operation) =>
  Object.values(operation.responses).some((one) => resolve(document, one).content?.["text/event-stream"]);

export function resolve(document, node) {
  if (!node?.$ref) return node;
  return resolve(document, node.$ref.slice(2).split("/").reduce((at, key) => at[key], document));
}

/** Every operation of the document with what the writers need to know about it, in the document's order. */
export function listOperations(document) {
  const found = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS.filter((name) => item[name])) found.push(describe(document, path, item, method));
  }
  return found;
}

function describe(document, path, item, method) {
  const operation = item[method];
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((one) => resolve(document, one));
  const body = resolve(document, operation.requestBody);
  const query = parameters.filter((one) => one.in === "query" && !(streams(document, operation) && SET_BY_STREAM.has(one.name)));
  const answers = Object.entries(operation.responses).map(([status, one]) => [status, resolve(document, one)]);
  return {
    id: operation.operationId,
    tag: operation.tags[0],
    name: methodName(operation.operationId, operation.tags[0]),
    constant: camel(operation.operationId.split("_")),
    type: pascal(operation.operationId),
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    description: operation.description,
    pathParameters: [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name),
    query,
    body: body && { media: Object.keys(body.content)[0], required: body.required ?? false },
    successes: answers.filter(([status]) => status < "400"),
    failures: answers.filter(([status]) => status >= "400"),
  };
}

/** The components that describe a stream's events, each with the name of its event. */
function eventTypes(document, schema) {
  const whole = resolve(document, schema);
  return (whole.anyOf ?? whole.oneOf ?? [schema]).map((one) => {
    const name = one.$ref?.split("/").pop();
    const event = resolve(document, one)["x-event"];
    if (!name || !event) throw new Error(`${name ?? JSON.stringify(one)} belongs to a stream but has no x-event.`);
    return { name, event };
  });
}

const isStream = (operation) => operation.successes.some(([, one]) => one.content?.["text/event-stream"]);

function signature(document, operation) {
  const source = `operations["${operation.id}"]`;
  const args = operation.pathParameters.map((name) => `${name}: ${source}["parameters"]["path"]["${name}"]`);
  if (operation.body) {
    args.push(`body${operation.body.required ? "" : "?"}: ${bodyType(source, operation)}`);
  }
  if (operation.query.length) {
    const optional = operation.query.every((one) => !one.required) ? "?" : "";
    const all = `NonNullable<${source}["parameters"]["query"]>`;
    const own = isStream(operation) ? `Omit<${all}, "request_id" | "last_event_id">` : all;
    args.push(`query${optional}: Query<${own}>`);
  }
  args.push(`options?: ${isStream(operation) ? "StreamOptions" : "CallOptions"}`);
  return `[${args.join(", ")}]`;
}

function bodyType(source, { body }) {
  const content = `NonNullable<${source}["requestBody"]>["content"]["${body.media}"]`;
  return body.required ? content : `${content} | undefined`;
}

function result(document, operation) {
  const source = `operations["${operation.id}"]`;
  const parts = operation.successes.map(([status, one]) => {
    const media = Object.keys(one.content ?? {})[0];
    return `Success<${status}, ${media ? `${source}["responses"][${status}]["content"]["${media}"]` : "undefined"}>`;
  });
  for (const [status, one] of operation.failures) {
    const codes = one["x-codes"].map((code) => JSON.stringify(code)).join(" | ");
    parts.push(`Failure<${status}, ${codes}>`);
  }
  return parts.join("\n  | ");
}

function events(document, operation) {
  const [, response] = operation.successes.find(([, one]) => one.content?.["text/event-stream"]);
  return eventTypes(document, response.content["text/event-stream"].schema)
    .map(({ name, event }) => `StreamEvent<"${event}", schemas["${name}"]>`)
    .join("\n  | ");
}

function comment(operation, indent) {
  const lines = [`${operation.summary}.`, ...(operation.description ?? "").trim().split("\n")].filter(Boolean);
  const text = [...lines, "", `\`${operation.method} ${operation.path}\``].join("\n").replaceAll("*/", "*\\/");
  return `${indent}/**\n${text.split("\n").map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}

function constant(document, operation) {
  const stream = isStream(operation);
  const answer = stream ? `EventStream<${operation.type}Event>` : `Promise<${operation.type}Result>`;
  const alias = stream
    ? `export type ${operation.type}Event =\n  | ${events(document, operation)};\n`
    : `export type ${operation.type}Result =\n  | ${result(document, operation)};\n`;
  const members = [`id: "${operation.id}"`, `method: "${operation.method}"`, `path: "${operation.path}"`];
  if (operation.body) members.push(`body: "${operation.body.media}"`);
  if (operation.query.length) members.push("query: true");
  if (stream) members.push("stream: true");
  const type = `Operation<${signature(document, operation)}, ${answer}>`;
  return `${alias}${comment(operation, "")}export const ${operation.constant}: ${type} = { ${members.join(", ")} };\n`;
}

/** The module with a constant and a result type for each operation. */
export function writeOperations(document, operations, { schema, base }) {
  if (!operations.length) return `${HEADER}export {};\n`;
  const text = operations.map((one) => constant(document, one)).join("\n");
  const used = (name) => new RegExp(`\\b${name}\\b`).test(text);
  const types = (names, from) => {
    const kept = names.filter(used);
    return kept.length ? `import type { ${kept.join(", ")} } from "${from}";\n` : "";
  };
  return [
    HEADER,
    types(["CallOptions"], "../connection.js"),
    types(["Operation", "Query"], "../operation.js"),
    types(["Failure", "Success"], "../result.js"),
    types(["EventStream", "StreamEvent", "StreamOptions"], "../stream.js"),
    used("schemas") ? `import type { components, operations } from "./${schema}.js";\n` : `import type { operations } from "./${schema}.js";\n`,
    used("schemas") ? '\ntype schemas = components["schemas"];\n' : "",
    base === undefined ? "" : `\n/** The path below the service's address where the operations live. */\nexport const basePath = "${base}";\n`,
    "\n",
    text,
  ].join("");
}

/** The module that gathers the operations by tag, under the names that the client's methods have. */
export function writeGroups(operations, { constant: name, module }) {
  if (!operations.length) return `${HEADER}export const ${name} = {};\n`;
  const tags = grouped(operations);
  const groups = [...tags].map(([tag, members]) => {
    const names = members.map((one) => one.name);
    const twice = names.find((one, at) => names.indexOf(one) !== at);
    if (twice) throw new Error(`Two operations of the tag ${tag} would both be called ${twice}.`);
    const lines = members.map((one) => `${comment(one, "    ")}    ${one.name}: operations.${one.constant},\n`);
    return `  ${tag}: {\n${lines.join("")}  },\n`;
  });
  return `${HEADER}import * as operations from "./${module}.js";\n\nexport const ${name} = {\n${groups.join("")}};\n`;
}

function grouped(operations) {
  const tags = new Map();
  for (const one of operations) tags.set(one.tag, [...(tags.get(one.tag) ?? []), one]);
  return tags;
}
