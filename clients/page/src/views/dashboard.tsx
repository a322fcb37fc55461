import { client } from "../api";
import { ago, count, moment, signed } from "../format";
import { useLoad } from "../hooks";
import { href } from "../route";
import { Heading, Meter, Shown, Table } from "../ui";

const FEW = 5;

export function Dashboard() {
  const stats = useLoad((signal) => client.dashboard.getStats({ signal }), []);
  return (
    <>
      <Heading title="Overview" />
      <Shown of={stats}>
        {(data) => (
          <dl class="figures">
            <Figure label="Parts" value={data.total_parts} link={href("parts")} />
            <Figure label="Pieces in stock" value={data.total_quantity} />
            <Figure label="Types" value={data.total_types} link={href("types")} />
            <Figure label="Boxes" value={data.total_boxes} link={href("boxes")} />
            <Figure label="Changes in 7 days" value={data.changes_7d} />
            <Figure label="Low stock" value={data.low_stock_count} warn={data.low_stock_count > 0} />
          </dl>
        )}
      </Shown>
      <div class="columns">
        <LowStock />
        <RecentActivity />
        <Storage />
        <Categories />
      </div>
    </>
  );
}

function Figure(props: { label: string; value: number; link?: string; warn?: boolean }) {
  return (
    <div class={props.warn ? "figure warn" : "figure"}>
      <dt>{props.link ? <a href={props.link}>{props.label}</a> : props.label}</dt>
      <dd>{count(props.value)}</dd>
    </div>
  );
}

function LowStock() {
  const parts = useLoad((signal) => client.dashboard.listLowStock({ threshold: FEW, limit: 8 }, { signal }), []);
  return (
    <section class="card" aria-labelledby="low-stock">
      <h2 id="low-stock">Running low</h2>
      <Shown of={parts}>
        {(data) => (
          <Table
            caption={`Parts with at most ${FEW} pieces`}
            rows={data}
            keyOf={(row) => row.part_key}
            empty="Nothing runs low."
            columns={[
              { title: "Part", cell: (row) => <a href={href("parts", row.part_key)}>{row.part_key}</a> },
              { title: "Description", class: "wide", cell: (row) => row.description },
              { title: "Pieces", class: "number", cell: (row) => count(row.current_quantity) },
            ]}
          />
        )}
      </Shown>
    </section>
  );
}

function RecentActivity() {
  const changes = useLoad((signal) => client.dashboard.listRecentActivity({ limit: 8 }, { signal }), []);
  return (
    <section class="card" aria-labelledby="activity">
      <h2 id="activity">What happened lately</h2>
      <Shown of={changes}>
        {(data) => (
          <ul class="activity">
            {data.map((change, at) => (
              <li key={at}>
                <span class={change.delta_qty > 0 ? "delta in" : "delta out"}>{signed(change.delta_qty)}</span>
                <a href={href("parts", change.part_key)}>{change.part_key}</a>
                <span class="grow">{change.part_description}</span>
                <time dateTime={change.timestamp} title={moment(change.timestamp)}>
                  {ago(change.timestamp)}
                </time>
              </li>
            ))}
            {data.length === 0 && <li class="quiet">Nothing yet.</li>}
          </ul>
        )}
      </Shown>
    </section>
  );
}

function Storage() {
  const boxes = useLoad((signal) => client.dashboard.getStorageSummary({ signal }), []);
  return (
    <section class="card" aria-labelledby="storage">
      <h2 id="storage">Boxes</h2>
      <Shown of={boxes}>
        {(data) => (
          <ul class="bars">
            {data.map((box) => (
              <li key={box.box_no}>
                <a href={href("boxes", box.box_no)}>
                  {box.box_no} · {box.description}
                </a>
                <Meter label={`Box ${box.box_no} is ${box.usage_percentage} % full`} percent={box.usage_percentage} />
                <span class="number">
                  {box.occupied_locations}/{box.total_locations}
                </span>
              </li>
            ))}
            {data.length === 0 && <li class="quiet">There are no boxes yet.</li>}
          </ul>
        )}
      </Shown>
    </section>
  );
}

function Categories() {
  const types = useLoad((signal) => client.dashboard.getCategoryDistribution({ signal }), []);
  return (
    <section class="card" aria-labelledby="categories">
      <h2 id="categories">Parts by type</h2>
      <Shown of={types}>
        {(data) => {
          const most = Math.max(1, ...data.map((one) => one.part_count));
          return (
            <ul class="bars">
              {data.slice(0, 10).map((one) => (
                <li key={one.type_name}>
                  <span>{one.type_name}</span>
                  <progress aria-label={`${one.type_name}: ${one.part_count} parts`} max={most} value={one.part_count} />
                  <span class="number">{count(one.part_count)}</span>
                </li>
              ))}
              {data.length === 0 && <li class="quiet">No part has a type yet.</li>}
            </ul>
          );
        }}
      </Shown>
    </section>
  );
}
