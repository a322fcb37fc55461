import type { ImportColumn, ImportField, ImportPreview, ImportResult, Problem as ProblemData, Task } from "@partsbench/client";
import { useEffect, useRef, useState } from "preact/hooks";
import { client, troubleFrom } from "../api";
import type { Trouble } from "../api";
import { count, pieces } from "../format";
import { useLoad, useSubmission } from "../hooks";
import { href } from "../route";
import { Field, Heading, Problem, Table } from "../ui";

const FIELDS: readonly [ImportField, string][] = [
  ["ignore", "Leave out"],
  ["key", "Key"],
  ["manufacturer_code", "Manufacturer code"],
  ["manufacturer", "Manufacturer"],
  ["description", "Description"],
  ["quantity", "Quantity"],
  ["type", "Type"],
  ["tags", "Tags"],
  ["package", "Package"],
  ["pin_count", "Pins"],
  ["pin_pitch", "Pin pitch"],
  ["voltage_rating", "Voltage rating"],
  ["input_voltage", "Input voltage"],
  ["output_voltage", "Output voltage"],
  ["mounting_type", "Mounting"],
  ["series", "Series"],
  ["dimensions", "Dimensions"],
  ["seller", "Seller"],
  ["seller_website", "Website of the seller"],
  ["seller_link", "Link at the seller"],
  ["seller_part_number", "Number at the seller"],
  ["product_page", "Product page"],
];

const VERDICTS = { create: "New part", existing: "Already there", skip: "Skipped", error: "Error" };

type Mapping = Readonly<Record<string, ImportField>>;

/** Parts from a CSV file: choose, look at what would happen, let it happen, and watch. */
export function Importing() {
  const [file, setFile] = useState<File | undefined>();
  const [box, setBox] = useState("");
  const [mapping, setMapping] = useState<Mapping>({});
  const [preview, setPreview] = useState<ImportPreview | undefined>();
  const [taskId, setTaskId] = useState<string | undefined>();
  const [headers, setHeaders] = useState<readonly string[]>([]);
  const boxes = useLoad((signal) => client.boxes.list({ signal }), []);
  const submission = useSubmission();

  const request = async (dryRun: boolean, columns: Mapping) =>
    client.imports.importParts({
      file: file!,
      dry_run: dryRun,
      ...(Object.keys(columns).length ? { mapping: columns } : {}),
      ...(box ? { box_no: Number(box) } : {}),
    });
  const look = (columns: Mapping) => {
    setMapping(columns);
    setTaskId(undefined);
    void submission.run<ImportPreview | Task>(
      () => request(true, columns),
      (answer) => "counts" in answer && setPreview(answer),
    );
    if (file) void headersOf(file).then(setHeaders);
  };
  const start = () =>
    void submission.run<ImportPreview | Task>(
      () => request(false, mapping),
      (answer) => "id" in answer && setTaskId(answer.id),
    );
  const startAgain = (change: () => void) => {
    change();
    setPreview(undefined);
    setTaskId(undefined);
    submission.clear();
  };

  return (
    <>
      <Heading title="Import" note="Parts from a CSV file: your own, or an order of Mouser, DigiKey or LCSC" />
      <form
        class="card"
        onSubmit={(event) => {
          event.preventDefault();
          look({});
        }}
      >
        <div class="fields">
          <Field label="File" name="file" trouble={submission.trouble}>
            {(attributes) => (
              <input
                {...attributes}
                type="file"
                accept=".csv,.tsv,.txt,text/csv"
                required
                onChange={(event) => {
                  const chosen = event.currentTarget.files?.[0];
                  startAgain(() => (setFile(chosen), setMapping({})));
                }}
              />
            )}
          </Field>
          <Field label="Put the pieces into" name="box_no" trouble={submission.trouble}>
            {(attributes) => (
              <select
                {...attributes}
                value={box}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  startAgain(() => setBox(value));
                }}
              >
                <option value="">No box: leave quantities out</option>
                {boxes.data?.map((one) => (
                  <option key={one.box_no} value={one.box_no}>
                    {`${one.box_no} · ${one.description}`}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <div class="buttons">
          <button type="submit" class={preview ? "" : "primary"} disabled={!file || submission.busy}>
            Preview
          </button>
        </div>
      </form>
      <Problem trouble={submission.trouble} />
      {submission.trouble?.code === "IMPORT_UNREADABLE" && !preview && (
        <section class="card" aria-labelledby="meaning">
          <h2 id="meaning">What do the columns mean?</h2>
          <ColumnChoices columns={headers.map((column) => ({ column, field: mapping[column] ?? null }))} mapping={mapping} onMapping={look} />
        </section>
      )}
      {taskId && <Progress key={taskId} taskId={taskId} />}
      {preview && !taskId && <Preview preview={preview} busy={submission.busy} mapping={mapping} onMapping={look} onStart={start} />}
    </>
  );
}

function Preview(props: {
  preview: ImportPreview;
  busy: boolean;
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
  onStart: () => void;
}) {
  const { preview } = props;
  const { counts } = preview;
  return (
    <>
      <section class="card" aria-labelledby="verdict">
        <div class="heading">
          <div>
            <h2 id="verdict">What would happen</h2>
            <p data-testid="import-counts">
              {`${count(counts.create)} new, ${count(counts.existing)} already there, ${count(counts.skip)} skipped, ${count(counts.error)} with errors`}
              {counts.pieces > 0 && `; ${pieces(counts.pieces)} to put away`}
            </p>
            {preview.new_types.length > 0 && <p class="quiet">{`New types: ${preview.new_types.join(", ")}`}</p>}
            {preview.new_sellers.length > 0 && <p class="quiet">{`New sellers: ${preview.new_sellers.join(", ")}`}</p>}
          </div>
          <button type="button" class="primary" disabled={props.busy || counts.error > 0 || counts.create + counts.existing === 0} onClick={props.onStart}>
            Import
          </button>
        </div>
        <details>
          <summary>{`Columns (${preview.columns.length})`}</summary>
          <ColumnChoices columns={preview.columns} mapping={props.mapping} onMapping={props.onMapping} />
        </details>
      </section>
      <Table
        caption="Rows of the file"
        rows={preview.rows}
        keyOf={(row) => row.row}
        empty="The file has no rows."
        columns={[
          { title: "Row", class: "number", cell: (row) => row.row },
          { title: "Verdict", cell: (row) => <span class={`verdict ${row.verdict}`}>{VERDICTS[row.verdict]}</span> },
          { title: "Part", cell: (row) => row.manufacturer_code ?? row.part_key ?? "–" },
          {
            title: "Description",
            class: "wide",
            cell: (row) => (
              <>
                {row.description ?? "–"}
                {row.messages.map((one) => (
                  <p key={one.message} class={row.verdict === "error" ? "field-error" : "quiet"}>
                    {one.message}
                  </p>
                ))}
              </>
            ),
          },
          { title: "Pieces", class: "number", cell: (row) => count(row.quantity) },
          { title: "Place", cell: (row) => row.location ?? "–" },
        ]}
      />
      {preview.rows_left_out > 0 && <p class="quiet">{`${count(preview.rows_left_out)} more rows are not shown.`}</p>}
    </>
  );
}

function ColumnChoices(props: { columns: readonly ImportColumn[]; mapping: Mapping; onMapping: (mapping: Mapping) => void }) {
  const choose = (name: string) => (field: ImportField) => props.onMapping({ ...props.mapping, [name]: field });
  return (
    <div class="fields">
      {props.columns.map((column) => (
        <ColumnChoice key={column.column} column={column} onChange={choose(column.column)} />
      ))}
    </div>
  );
}

/** What stands in the first line, for files whose columns the service does not recognise by itself. */
async function headersOf(file: File): Promise<readonly string[]> {
  const [line = ""] = (await file.slice(0, 64 * 1024).text()).split(/\r?\n/);
  const delimiters = [";", ",", "\t", "|"];
  const [delimiter = ";"] = delimiters.sort((a, b) => line.split(b).length - line.split(a).length);
  return line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1")).filter(Boolean);
}

function ColumnChoice({ column, onChange }: { column: ImportColumn; onChange: (field: ImportField) => void }) {
  return (
    <Field label={column.column} name="mapping" trouble={undefined}>
      {(attributes) => (
        <select {...attributes} value={column.field ?? "ignore"} onChange={(event) => onChange(event.currentTarget.value as ImportField)}>
          {FIELDS.map(([field, label]) => (
            <option key={field} value={field} selected={field === (column.field ?? "ignore")}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type Outcome = { readonly result: ImportResult } | { readonly trouble: Trouble };

function Progress({ taskId }: { taskId: string }) {
  const [progress, setProgress] = useState({ message: "Waiting to begin", value: 0 });
  const [outcome, setOutcome] = useState<Outcome | undefined>();
  const done = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const stream = client.tasks.stream(taskId);
    void (async () => {
      for await (const event of stream) {
        if (event.event === "progress_update") setProgress(event.data);
        if (event.event === "task_completed") setOutcome({ result: event.data.result as ImportResult });
        if (event.event === "task_failed") setOutcome({ trouble: troubleOfTask(event.data.problem) });
      }
    })().catch((error: unknown) => setOutcome({ trouble: troubleFrom(error) }));
    return () => stream.close();
  }, [taskId]);
  useEffect(() => done.current?.focus(), [outcome]);
  if (outcome && "trouble" in outcome) return <Problem trouble={outcome.trouble} />;
  if (outcome) {
    const { counts } = outcome.result;
    return (
      <section class="card" role="status">
        <h2 ref={done} tabIndex={-1}>
          Done
        </h2>
        <p data-testid="import-result">{`${count(counts.create)} parts were created, ${count(counts.existing)} were there already.`}</p>
        <a class="button" href={href("parts")}>
          Show the parts
        </a>
      </section>
    );
  }
  return (
    <section class="card" aria-live="polite">
      <h2>Importing</h2>
      <progress aria-label="Progress of the import" max={1} value={progress.value} />
      <p class="quiet">{progress.message}</p>
    </section>
  );
}

const troubleOfTask = (problem: ProblemData): Trouble => ({
  detail: problem.detail,
  code: problem.code,
  correlationId: problem.correlation_id,
  errors: problem.errors,
});
