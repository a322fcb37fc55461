import type { Part as PartData } from "@partsbench/client";
import { useState } from "preact/hooks";
import { client } from "../api";
import { moment, pieces, signed, webAddress } from "../format";
import { useLoad, useSubmission } from "../hooks";
import { notify } from "../notices";
import { go, href } from "../route";
import { ConfirmDelete, Heading, Shown, Table } from "../ui";
import { EditPart } from "./edit-part";
import { ChangeStock } from "./stock";
import type { StockAction } from "./stock";

const HISTORY = 100;

export function Part({ partKey }: { partKey: string }) {
  const part = useLoad((signal) => client.parts.get(partKey, { signal }), [partKey]);
  const locations = useLoad((signal) => client.parts.listLocations(partKey, { signal }), [partKey]);
  const history = useLoad((signal) => client.parts.listHistory(partKey, { limit: HISTORY }, { signal }), [partKey]);
  const [action, setAction] = useState<StockAction | "edit" | "delete" | undefined>();
  const close = () => setAction(undefined);
  const changed = (text: string) => {
    close();
    notify(text);
    for (const one of [part, locations, history]) one.reload();
  };
  return (
    <>
      <p class="crumbs">
        <a href={href("parts")}>Parts</a>
      </p>
      <Heading title={partKey} {...(part.data ? { note: part.data.description } : {})}>
        <button type="button" onClick={() => setAction("edit")} disabled={!part.data}>
          Edit
        </button>
        <button type="button" onClick={() => setAction("delete")} disabled={!part.data}>
          Delete
        </button>
      </Heading>
      <Shown of={part}>
        {(data) => (
          <>
            <Facts part={data} />
            <section class="card" aria-labelledby="stock">
              <div class="heading">
                <h2 id="stock">
                  Stock <span class="badge" data-testid="total-quantity">{pieces(data.total_quantity)}</span>
                </h2>
                <button type="button" class="primary" onClick={() => setAction({ what: "add" })}>
                  Add stock
                </button>
              </div>
              <Shown of={locations}>
                {(rows) => (
                  <Table
                    caption={`Where ${partKey} lies`}
                    rows={rows}
                    keyOf={(row) => `${row.box_no}-${row.loc_no}`}
                    empty="Nothing is in stock."
                    columns={[
                      {
                        title: "Location",
                        class: "wide",
                        cell: (row) => <a href={href("boxes", row.box_no)}>{`${row.box_no}-${row.loc_no}`}</a>,
                      },
                      { title: "Pieces", class: "number", cell: (row) => row.qty },
                      {
                        title: "Actions",
                        class: "row-actions",
                        cell: (row) => (
                          <>
                            <button type="button" aria-label={`Remove from ${row.box_no}-${row.loc_no}`} onClick={() => setAction({ what: "remove", from: row })}>
                              Remove
                            </button>
                            <button type="button" aria-label={`Move from ${row.box_no}-${row.loc_no}`} onClick={() => setAction({ what: "move", from: row })}>
                              Move
                            </button>
                          </>
                        ),
                      },
                    ]}
                  />
                )}
              </Shown>
            </section>
            {typeof action === "object" && <ChangeStock part={data} action={action} onDone={changed} onClose={close} />}
            {action === "edit" && <EditPart part={data} onDone={(one) => changed(`${one.key} was saved`)} onClose={close} />}
            {action === "delete" && <DeletePart part={data} onClose={close} />}
          </>
        )}
      </Shown>
      <section class="card" aria-labelledby="history">
        <h2 id="history">History</h2>
        <Shown of={history}>
          {(rows) => (
            <Table
              caption={`What happened to ${partKey}`}
              rows={rows}
              keyOf={(row) => row.id}
              empty="Nothing yet."
              columns={[
                { title: "When", class: "wide", cell: (row) => <time dateTime={row.timestamp}>{moment(row.timestamp)}</time> },
                { title: "Location", cell: (row) => row.location_reference ?? "–" },
                {
                  title: "Change",
                  class: "number",
                  cell: (row) => <span class={row.delta_qty > 0 ? "delta in" : "delta out"}>{signed(row.delta_qty)}</span>,
                },
              ]}
            />
          )}
        </Shown>
      </section>
    </>
  );
}

const FACTS: readonly [keyof PartData, string][] = [
  ["manufacturer", "Manufacturer"],
  ["manufacturer_code", "Manufacturer code"],
  ["series", "Series"],
  ["package", "Package"],
  ["mounting_type", "Mounting"],
  ["pin_count", "Pins"],
  ["pin_pitch", "Pin pitch"],
  ["dimensions", "Dimensions"],
  ["voltage_rating", "Voltage rating"],
  ["input_voltage", "Input voltage"],
  ["output_voltage", "Output voltage"],
];

function Facts({ part }: { part: PartData }) {
  const product = webAddress(part.product_page);
  const shop = webAddress(part.seller_link) ?? webAddress(part.seller?.website);
  return (
    <section class="card" aria-label="Facts">
      <dl class="facts">
        <Fact label="Type">{part.type?.name}</Fact>
        {FACTS.map(([name, label]) => (
          <Fact key={name} label={label}>
            {part[name] as string | number | null}
          </Fact>
        ))}
        <Fact label="Seller">{part.seller && (shop ? <a href={shop} rel="noreferrer">{part.seller.name}</a> : part.seller.name)}</Fact>
        <Fact label="Product page">{product && <a href={product} rel="noreferrer">{new URL(product).hostname}</a>}</Fact>
        <Fact label="Tags">{part.tags.length > 0 && part.tags.map((tag) => <span key={tag} class="tag">{tag}</span>)}</Fact>
      </dl>
    </section>
  );
}

function Fact({ label, children }: { label: string; children?: preact.ComponentChildren }) {
  if (children === null || children === undefined || children === false) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function DeletePart({ part, onClose }: { part: PartData; onClose: () => void }) {
  const submission = useSubmission();
  const deleted = () => {
    notify(`${part.key} was deleted`);
    go("parts");
  };
  return (
    <ConfirmDelete
      what={part.key}
      busy={submission.busy}
      trouble={submission.trouble}
      onConfirm={() => void submission.run(() => client.parts.delete(part.key), deleted)}
      onClose={onClose}
    />
  );
}
