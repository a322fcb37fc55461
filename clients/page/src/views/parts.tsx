import type { Part, PartSort } from "@partsbench/client";
import { useEffect, useState } from "preact/hooks";
import { client } from "../api";
import { count } from "../format";
import { useLoad, useSettled } from "../hooks";
import type { Loaded } from "../hooks";
import { notify } from "../notices";
import { go, href, rewriteQuery } from "../route";
import { Heading, Shown, Table } from "../ui";
import { EditPart } from "./edit-part";

const PAGE = 50;
const TYPING_MS = 200;

const SORTS: readonly [PartSort, string][] = [
  ["key", "Key"],
  ["description", "Description"],
  ["manufacturer_code", "Manufacturer code"],
  ["-created_at", "Newest first"],
];

export function Parts({ query }: { query: URLSearchParams }) {
  const [text, setText] = useState(query.get("q") ?? "");
  const [typeId, setTypeId] = useState(query.get("type") ?? "");
  const [sort, setSort] = useState<PartSort>((query.get("sort") as PartSort | null) ?? "key");
  const [offset, setOffset] = useState(0);
  const [creating, setCreating] = useState(false);
  const q = useSettled(text.trim(), TYPING_MS);

  const types = useLoad((signal) => client.types.list({}, { signal }), []);
  const parts = useLoad(
    (signal) =>
      client.parts.list(
        { q: q || undefined, type_id: typeId ? Number(typeId) : undefined, sort, limit: PAGE, offset },
        { signal },
      ),
    [q, typeId, sort, offset],
  );
  useEffect(() => setOffset(0), [q, typeId, sort]);
  useEffect(() => rewriteQuery(["parts"], { q, type: typeId, sort: sort === "key" ? "" : sort }), [q, typeId, sort]);

  return (
    <>
      <Heading title="Parts" {...(parts.total === undefined ? {} : { note: `${extent(parts)} found` })}>
        <a class="button" href="api/parts/export.csv" download>
          Export
        </a>
        <button type="button" class="primary" onClick={() => setCreating(true)}>
          New part
        </button>
      </Heading>
      <form class="toolbar" role="search" onSubmit={(event) => event.preventDefault()}>
        <label class="hidden" for="part-search">
          Search parts
        </label>
        <input
          id="part-search"
          type="search"
          placeholder="Search key, code, manufacturer, type, tags, description, seller…"
          value={text}
          maxLength={200}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <label class="hidden" for="part-type">
          Type
        </label>
        <select id="part-type" value={typeId} onChange={(event) => setTypeId(event.currentTarget.value)}>
          <option value="">All types</option>
          {types.data?.map((type) => (
            <option key={type.id} value={type.id}>
              {type.name}
            </option>
          ))}
        </select>
        <label class="hidden" for="part-sort">
          Sort by
        </label>
        <select id="part-sort" value={sort} onChange={(event) => setSort(event.currentTarget.value as PartSort)}>
          {SORTS.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </form>
      <Shown of={parts}>
        {(data) => (
          <>
            <PartTable parts={data} />
            <Pages of={parts} shown={data.length} offset={offset} onChange={setOffset} />
          </>
        )}
      </Shown>
      {creating && (
        <EditPart
          onClose={() => setCreating(false)}
          onDone={(part) => {
            notify(`${part.key} was created`);
            go("parts", part.key);
          }}
        />
      )}
    </>
  );
}

function PartTable({ parts }: { parts: readonly Part[] }) {
  return (
    <Table
      caption="Parts"
      rows={parts}
      keyOf={(part) => part.key}
      empty="No part matches. Try fewer words."
      columns={[
        { title: "Key", cell: (part) => <a href={href("parts", part.key)}>{part.key}</a> },
        { title: "Description", class: "wide", cell: (part) => part.description },
        { title: "Manufacturer code", cell: (part) => part.manufacturer_code ?? "–" },
        { title: "Type", cell: (part) => part.type?.name ?? "–" },
        {
          title: "Pieces",
          class: "number",
          cell: (part) => <span class={part.total_quantity === 0 ? "none" : ""}>{count(part.total_quantity)}</span>,
        },
      ]}
    />
  );
}

/** How long a list is, with a plus sign where it is longer than was counted. */
const extent = (list: Loaded<unknown>) => `${count(list.total ?? 0)}${list.limited ? "+" : ""}`;

interface Paging {
  readonly of: Loaded<unknown>;
  readonly shown: number;
  readonly offset: number;
  readonly onChange: (offset: number) => void;
}

function Pages(props: Paging) {
  if (props.offset === 0 && !props.of.more) return null;
  return (
    <nav class="pages" aria-label="Pages of the list">
      <button type="button" disabled={props.offset === 0} onClick={() => props.onChange(Math.max(0, props.offset - PAGE))}>
        Previous
      </button>
      <span>
        {count(props.offset + 1)}–{count(props.offset + props.shown)} of {extent(props.of)}
      </span>
      <button type="button" disabled={!props.of.more} onClick={() => props.onChange(props.offset + PAGE)}>
        Next
      </button>
    </nav>
  );
}
