import type { Type } from "@partsbench/client";
import { useState } from "preact/hooks";
import { client } from "../api";
import { count } from "../format";
import { useLoad, useSubmission } from "../hooks";
import { notify } from "../notices";
import { ConfirmDelete, Dialog, Field, FormEnd, Heading, Shown, Table } from "../ui";

type Doing = { what: "create" } | { what: "rename" | "delete"; type: Type };

export function Types() {
  const types = useLoad((signal) => client.types.list({ include_stats: true }, { signal }), []);
  const [filter, setFilter] = useState("");
  const [doing, setDoing] = useState<Doing | undefined>();
  const done = (text: string) => {
    setDoing(undefined);
    notify(text);
    types.reload();
  };
  const close = () => setDoing(undefined);
  const matching = (all: readonly Type[]) =>
    all.filter((type) => type.name.toLowerCase().includes(filter.trim().toLowerCase()));
  return (
    <>
      <Heading title="Types" note="What kinds of parts there are">
        <button type="button" class="primary" onClick={() => setDoing({ what: "create" })}>
          New type
        </button>
      </Heading>
      <div class="toolbar">
        <label class="hidden" for="type-filter">
          Show types whose name contains
        </label>
        <input
          id="type-filter"
          type="search"
          placeholder="Show types whose name contains…"
          value={filter}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
      </div>
      <Shown of={types}>
        {(data) => (
          <Table
            caption="Types"
            rows={matching(data)}
            keyOf={(type) => type.id}
            empty="No type has such a name."
            columns={[
              { title: "Name", class: "wide", cell: (type) => type.name },
              { title: "Parts", class: "number", cell: (type) => count(type.part_count ?? 0) },
              {
                title: "Actions",
                class: "row-actions",
                cell: (type) => (
                  <>
                    <button type="button" aria-label={`Rename ${type.name}`} onClick={() => setDoing({ what: "rename", type })}>
                      Rename
                    </button>
                    <button type="button" aria-label={`Delete ${type.name}`} onClick={() => setDoing({ what: "delete", type })}>
                      Delete
                    </button>
                  </>
                ),
              },
            ]}
          />
        )}
      </Shown>
      {doing?.what === "create" && <NameType onDone={(name) => done(`${name} was created`)} onClose={close} />}
      {doing?.what === "rename" && (
        <NameType type={doing.type} onDone={(name) => done(`${doing.type.name} is now called ${name}`)} onClose={close} />
      )}
      {doing?.what === "delete" && (
        <DeleteType type={doing.type} onDone={() => done(`${doing.type.name} was deleted`)} onClose={close} />
      )}
    </>
  );
}

function NameType(props: { type?: Type; onDone: (name: string) => void; onClose: () => void }) {
  const [name, setName] = useState(props.type?.name ?? "");
  const submission = useSubmission();
  const submit = (event: Event) => {
    event.preventDefault();
    const type = props.type;
    const change = () => (type ? client.types.update(type.id, { name }) : client.types.create({ name }));
    void submission.run(change, (changed) => props.onDone(changed.name));
  };
  return (
    <Dialog title={props.type ? `Rename ${props.type.name}` : "New type"} onClose={props.onClose}>
      <form onSubmit={submit} noValidate>
        <Field label="Name" name="name" trouble={submission.trouble}>
          {(attributes) => (
            <input {...attributes} autoFocus value={name} onInput={(event) => setName(event.currentTarget.value)} />
          )}
        </Field>
        <FormEnd submission={submission} confirm={props.type ? "Rename" : "Create"} onCancel={props.onClose} />
      </form>
    </Dialog>
  );
}

function DeleteType(props: { type: Type; onDone: () => void; onClose: () => void }) {
  const submission = useSubmission();
  return (
    <ConfirmDelete
      what={props.type.name}
      busy={submission.busy}
      trouble={submission.trouble}
      onConfirm={() => void submission.run(() => client.types.delete(props.type.id), props.onDone)}
      onClose={props.onClose}
    />
  );
}
