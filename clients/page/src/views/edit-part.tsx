import type { Part, PartCreate } from "@partsbench/client";
import { useState } from "preact/hooks";
import { client } from "../api";
import { useLoad, useSubmission } from "../hooks";
import { Dialog, Field, FormEnd } from "../ui";

type TextName = {
  [K in keyof PartCreate]-?: NonNullable<PartCreate[K]> extends string ? K : never;
}[keyof PartCreate];

const TEXTS: readonly [Exclude<TextName, "description">, string][] = [
  ["manufacturer", "Manufacturer"],
  ["manufacturer_code", "Manufacturer code"],
  ["series", "Series"],
  ["package", "Package"],
  ["mounting_type", "Mounting"],
  ["pin_pitch", "Pin pitch"],
  ["dimensions", "Dimensions"],
  ["voltage_rating", "Voltage rating"],
  ["input_voltage", "Input voltage"],
  ["output_voltage", "Output voltage"],
  ["product_page", "Product page"],
  ["seller_link", "Link at the seller"],
];

/** The form of a part: a new one, or with `part` an existing one. */
export function EditPart(props: { part?: Part; onDone: (part: Part) => void; onClose: () => void }) {
  const submission = useSubmission();
  const types = useLoad((signal) => client.types.list({}, { signal }), []);
  const sellers = useLoad((signal) => client.sellers.list({ signal }), []);
  const [values, setValues] = useState<Record<string, string>>(() => initial(props.part));
  const set = (name: string) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setValues((before) => ({ ...before, [name]: value }));
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const body = bodyOf(values);
    const part = props.part;
    void submission.run(() => (part ? client.parts.update(part.key, body) : client.parts.create(body)), props.onDone);
  };
  const text = (name: string, label: string, hint?: string) => (
    <Field key={name} label={label} name={name} trouble={submission.trouble} hint={hint}>
      {(attributes) => <input {...attributes} value={values[name] ?? ""} onInput={set(name)} />}
    </Field>
  );
  const choice = (name: string, label: string, options: readonly { id: number; name: string }[] | undefined) => (
    <Field label={label} name={name} trouble={submission.trouble}>
      {(attributes) => (
        <select {...attributes} value={values[name] ?? ""} onChange={set(name)}>
          <option value="">None</option>
          {options?.map((option) => (
            <option key={option.id} value={option.id} selected={String(option.id) === values[name]}>
              {option.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <Dialog title={props.part ? `Edit ${props.part.key}` : "New part"} onClose={props.onClose}>
      <form onSubmit={submit} noValidate>
        <Field label="Description" name="description" trouble={submission.trouble}>
          {(attributes) => (
            <textarea {...attributes} autoFocus rows={2} value={values["description"] ?? ""} onInput={set("description")} />
          )}
        </Field>
        <div class="fields">
          {choice("type_id", "Type", types.data)}
          {choice("seller_id", "Seller", sellers.data)}
          {TEXTS.slice(0, 2).map(([name, label]) => text(name, label))}
        </div>
        {text("tags", "Tags", "Separated by commas")}
        <details open={props.part !== undefined}>
          <summary>More</summary>
          <div class="fields">
            {text("pin_count", "Pins")}
            {TEXTS.slice(2).map(([name, label]) => text(name, label))}
          </div>
        </details>
        <FormEnd submission={submission} confirm={props.part ? "Save" : "Create"} onCancel={props.onClose} />
      </form>
    </Dialog>
  );
}

function initial(part: Part | undefined): Record<string, string> {
  if (!part) return {};
  const shown = Object.entries(part).filter(([, value]) => typeof value === "string" || typeof value === "number");
  return { ...Object.fromEntries(shown.map(([name, value]) => [name, String(value)])), tags: part.tags.join(", ") };
}

/** The members of the body; an empty field means null, which the service does by itself for texts. */
function bodyOf(values: Record<string, string>): PartCreate {
  const body: PartCreate = { description: values["description"] ?? "" };
  for (const [name] of TEXTS) body[name] = values[name] ?? "";
  for (const name of ["type_id", "seller_id", "pin_count"] as const) {
    const value = (values[name] ?? "").trim();
    // A text that is no number goes out as it is, so that the service says what is wrong with it.
    body[name] = value === "" ? null : Number.isNaN(Number(value)) ? (value as unknown as number) : Number(value);
  }
  body.tags = (values["tags"] ?? "").split(",").map((tag) => tag.trim()).filter(Boolean);
  return body;
}
