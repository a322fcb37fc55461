import type { Box } from "@partsbench/client";
import { useState } from "preact/hooks";
import { client } from "../api";
import { useLoad, useSubmission } from "../hooks";
import { notify } from "../notices";
import { go, href } from "../route";
import { Dialog, Field, FormEnd, Heading, Meter, Shown } from "../ui";

export function Boxes() {
  const boxes = useLoad((signal) => client.boxes.list({ signal }), []);
  const [creating, setCreating] = useState(false);
  return (
    <>
      <Heading title="Boxes" note="Where parts lie">
        <button type="button" class="primary" onClick={() => setCreating(true)}>
          New box
        </button>
      </Heading>
      <Shown of={boxes}>
        {(data) => (
          <ul class="tiles">
            {data.map((box) => (
              <li key={box.box_no} class="card">
                <a href={href("boxes", box.box_no)}>
                  <strong>Box {box.box_no}</strong>
                  <span>{box.description}</span>
                </a>
                <Meter label={`${box.usage_percentage} % full`} percent={box.usage_percentage} />
                <span class="quiet">
                  {box.occupied_locations} of {box.total_locations} locations in use
                </span>
              </li>
            ))}
            {data.length === 0 && <li class="empty">There are no boxes yet.</li>}
          </ul>
        )}
      </Shown>
      {creating && (
        <EditBox
          onClose={() => setCreating(false)}
          onDone={(box) => {
            notify(`Box ${box.box_no} was created`);
            go("boxes", box.box_no);
          }}
        />
      )}
    </>
  );
}

export function EditBox(props: { box?: Box; onDone: (box: Box) => void; onClose: () => void }) {
  const submission = useSubmission();
  const [description, setDescription] = useState(props.box?.description ?? "");
  const [capacity, setCapacity] = useState(String(props.box?.capacity ?? 60));
  const submit = (event: Event) => {
    event.preventDefault();
    const body = { description, capacity: Number(capacity) };
    const box = props.box;
    void submission.run(() => (box ? client.boxes.update(box.box_no, body) : client.boxes.create(body)), props.onDone);
  };
  return (
    <Dialog title={props.box ? `Edit box ${props.box.box_no}` : "New box"} onClose={props.onClose}>
      <form onSubmit={submit} noValidate>
        <Field label="Description" name="description" trouble={submission.trouble}>
          {(attributes) => (
            <input {...attributes} autoFocus value={description} onInput={(event) => setDescription(event.currentTarget.value)} />
          )}
        </Field>
        <Field label="Capacity" name="capacity" trouble={submission.trouble} hint="How many numbered locations it has">
          {(attributes) => (
            <input {...attributes} type="number" min={1} max={1000} value={capacity} onInput={(event) => setCapacity(event.currentTarget.value)} />
          )}
        </Field>
        <FormEnd submission={submission} confirm={props.box ? "Save" : "Create"} onCancel={props.onClose} />
      </form>
    </Dialog>
  );
}
