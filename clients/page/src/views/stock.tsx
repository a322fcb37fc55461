import type { Part } from "@partsbench/client";
import { useEffect, useState } from "preact/hooks";
import { client } from "../api";
import type { Answer } from "../api";
import { pieces } from "../format";
import { useSubmission } from "../hooks";
import { Dialog, Field, FormEnd } from "../ui";

interface Place {
  readonly box_no: number;
  readonly loc_no: number;
  readonly qty: number;
}

export type StockAction = { what: "add" } | { what: "remove" | "move"; from: Place };

const VERBS = { add: "Add", remove: "Remove", move: "Move" };

/** Pieces that come, go or move. */
export function ChangeStock(props: {
  part: Part;
  action: StockAction;
  onDone: (text: string) => void;
  onClose: () => void;
}) {
  const { part, action } = props;
  const submission = useSubmission();
  const [qty, setQty] = useState("1");
  const [box, setBox] = useState("");
  const [loc, setLoc] = useState("");
  const asksPlace = action.what !== "remove";

  useEffect(() => {
    if (action.what !== "add" || part.type_id === null) return;
    const controller = new AbortController();
    client.inventory.suggestLocation(part.type_id, { signal: controller.signal }).then(
      (answer) => {
        if (!answer.ok) return;
        setBox((before) => before || String(answer.data.box_no));
        setLoc((before) => before || String(answer.data.loc_no));
      },
      () => undefined, // Without a suggestion the fields stay empty, as they do for a part without a type.
    );
    return () => controller.abort();
  }, []);

  const change = (): Promise<Answer<unknown>> => {
    const place = { box_no: Number(box), loc_no: Number(loc) };
    if (action.what === "add") return client.inventory.addStock(part.key, { ...place, qty: Number(qty) });
    const from = action.from;
    if (action.what === "remove") {
      return client.inventory.removeStock(part.key, { box_no: from.box_no, loc_no: from.loc_no, qty: Number(qty) });
    }
    return client.inventory.moveStock(part.key, {
      from_box_no: from.box_no,
      from_loc_no: from.loc_no,
      to_box_no: place.box_no,
      to_loc_no: place.loc_no,
      qty: Number(qty),
    });
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const target = asksPlace ? `${box}-${loc}` : "";
    const said = {
      add: `${pieces(Number(qty))} went to ${target}`,
      remove: `${pieces(Number(qty))} removed`,
      move: `${pieces(Number(qty))} moved to ${target}`,
    };
    void submission.run(change, () => props.onDone(said[action.what]));
  };
  const number = (label: string, name: string, value: string, set: (value: string) => void) => (
    <Field label={label} name={name} trouble={submission.trouble}>
      {(attributes) => (
        <input
          {...attributes}
          type="number"
          inputMode="numeric"
          min={1}
          required
          value={value}
          onInput={(event) => set(event.currentTarget.value)}
        />
      )}
    </Field>
  );
  const from = action.what === "add" ? undefined : action.from;
  const prefix = action.what === "move" ? "to_" : "";
  return (
    <Dialog title={`${VERBS[action.what]} stock of ${part.key}`} onClose={props.onClose}>
      {from && <p class="quiet">{`${pieces(from.qty)} in ${from.box_no}-${from.loc_no}`}</p>}
      <form onSubmit={submit}>
        <div class="fields">
          {number("Pieces", "qty", qty, setQty)}
          {asksPlace && number("Box", `${prefix}box_no`, box, setBox)}
          {asksPlace && number("Location", `${prefix}loc_no`, loc, setLoc)}
        </div>
        <FormEnd submission={submission} confirm={VERBS[action.what]} onCancel={props.onClose} />
      </form>
    </Dialog>
  );
}
