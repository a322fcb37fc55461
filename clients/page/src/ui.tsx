import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import type { Trouble } from "./api";
import type { Loaded, Submission } from "./hooks";

/** What went wrong, in the problem's own words, with the code and the id that the log has. */
export function Problem({ trouble, again }: { trouble: Trouble | undefined; again?: () => void }) {
  if (!trouble) return null;
  return (
    <div class="problem" role="alert">
      <p class="problem-detail">{trouble.detail}</p>
      <p class="problem-facts">
        {trouble.code && <code data-testid="problem-code">{trouble.code}</code>}
        <span>
          Reference <code data-testid="problem-correlation-id">{trouble.correlationId}</code>
        </span>
        <button type="button" class="link" onClick={() => void navigator.clipboard?.writeText(trouble.correlationId)}>
          Copy
        </button>
        {again && (
          <button type="button" class="link" onClick={again}>
            Try again
          </button>
        )}
      </p>
    </div>
  );
}

/** The end of a form in a dialog: what went wrong, the way back and the way on. */
export function FormEnd(props: { submission: Submission; confirm: string; onCancel: () => void }) {
  return (
    <>
      <Problem trouble={props.submission.trouble} />
      <div class="buttons">
        <button type="button" onClick={props.onCancel}>
          Cancel
        </button>
        <button type="submit" class="primary" disabled={props.submission.busy}>
          {props.confirm}
        </button>
      </div>
    </>
  );
}

/** The data once it is there; before that a note, and above it whatever went wrong. */
export function Shown<Data>({ of, children }: { of: Loaded<Data>; children: (data: Data) => ComponentChildren }) {
  return (
    <div class="shown" aria-busy={of.loading}>
      <Problem trouble={of.trouble} again={of.reload} />
      {of.data !== undefined ? children(of.data) : !of.trouble && <p class="quiet">Loading…</p>}
    </div>
  );
}

export function Heading({ title, note, children }: { title: string; note?: string; children?: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · partsbench`;
  }, [title]);
  return (
    <div class="heading">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {note && <p class="quiet">{note}</p>}
      </div>
      <div class="actions">{children}</div>
    </div>
  );
}

/** A dialog of the browser's own kind: it keeps the focus, and Escape closes it. */
export function Dialog(props: { title: string; onClose: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={title} onClose={props.onClose}>
      <div class="dialog-head">
        <h2 id={title}>{props.title}</h2>
        <button type="button" class="icon" aria-label="Close" onClick={() => dialog.current?.close()}>
          ✕
        </button>
      </div>
      {props.children}
    </dialog>
  );
}

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly trouble: Trouble | undefined;
  readonly hint?: string | undefined;
  readonly children: (attributes: { id: string; name: string; "aria-invalid": boolean; "aria-describedby": string }) => ComponentChildren;
}

/** A labelled control; what the service says about it stands right below. */
export function Field({ label, name, trouble, hint, children }: FieldProps) {
  const id = useId();
  const messages = (trouble?.errors ?? []).filter((one) => (one.pointer ?? `/${one.parameter}`).split("/")[1] === name);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, name, "aria-invalid": messages.length > 0, "aria-describedby": `${id}-notes` })}
      <div id={`${id}-notes`}>
        {hint && <p class="quiet">{hint}</p>}
        {messages.map((one) => (
          <p key={one.message} class="field-error">
            {one.message}
          </p>
        ))}
      </div>
    </div>
  );
}

/** Ask before something is deleted; a refusal is shown in place of the question. */
export function ConfirmDelete(props: {
  what: string;
  busy: boolean;
  trouble: Trouble | undefined;
  onConfirm: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog title={`Delete ${props.what}?`} onClose={props.onClose}>
      <p>This cannot be undone.</p>
      <Problem trouble={props.trouble} />
      <div class="buttons">
        <button type="button" onClick={props.onClose}>
          {props.trouble ? "Close" : "Keep"}
        </button>
        <button type="button" class="danger" disabled={props.busy} onClick={props.onConfirm}>
          Delete
        </button>
      </div>
    </Dialog>
  );
}

export function Meter({ label, percent }: { label: string; percent: number }) {
  return <meter aria-label={label} min={0} max={100} high={90} value={percent} />;
}

/** A table that turns into a list of cards where the screen is narrow. */
export function Table<Row>(props: {
  caption: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
  columns: readonly { title: string; class?: string; cell: (row: Row) => ComponentChildren }[];
  empty: string;
}) {
  if (props.rows.length === 0) return <p class="empty">{props.empty}</p>;
  return (
    <table>
      <caption class="hidden">{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column.title} scope="col" class={column.class}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={props.keyOf(row)}>
            {props.columns.map((column) => (
              <td key={column.title} data-label={column.title} class={column.class}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
