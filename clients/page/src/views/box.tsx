import type { PartWithLocations } from "@partsbench/client";
import { useState } from "preact/hooks";
import { client } from "../api";
import type { Answer } from "../api";
import { pieces } from "../format";
import { useLoad, useSubmission } from "../hooks";
import { notify } from "../notices";
import { go, href } from "../route";
import { ConfirmDelete, Heading, Shown } from "../ui";
import { EditBox } from "./boxes";

const PAGE = 500;
const MOST_PARTS = 2000;

export function Box({ boxNo }: { boxNo: number }) {
  const box = useLoad((signal) => client.boxes.get(boxNo, { signal }), [boxNo]);
  const contents = useLoad((signal) => occupied(boxNo, signal), [boxNo]);
  const [chosen, setChosen] = useState<number | undefined>();
  const [doing, setDoing] = useState<"edit" | "delete" | undefined>();
  const submission = useSubmission();
  const deleted = () => {
    notify(`Box ${boxNo} was deleted`);
    go("boxes");
  };
  return (
    <>
      <p class="crumbs">
        <a href={href("boxes")}>Boxes</a>
      </p>
      <Heading title={`Box ${boxNo}`} {...(box.data ? { note: box.data.description } : {})}>
        <button type="button" onClick={() => setDoing("edit")} disabled={!box.data}>
          Edit
        </button>
        <button type="button" onClick={() => setDoing("delete")} disabled={!box.data}>
          Delete
        </button>
      </Heading>
      <Shown of={box}>
        {(data) => (
          <>
            <ol class="places" aria-label="Locations">
              {data.locations.map(({ loc_no }) => {
                const full = contents.data?.has(loc_no) ?? false;
                return (
                  <li key={loc_no}>
                    <button
                      type="button"
                      class={full ? "place full" : "place"}
                      aria-pressed={chosen === loc_no}
                      aria-label={`Location ${loc_no}${full ? ", in use" : ""}`}
                      onClick={() => setChosen(loc_no)}
                    >
                      {loc_no}
                    </button>
                  </li>
                );
              })}
            </ol>
            {chosen !== undefined && <Place key={chosen} boxNo={boxNo} locNo={chosen} />}
            {doing === "edit" && (
              <EditBox
                box={data}
                onClose={() => setDoing(undefined)}
                onDone={() => {
                  setDoing(undefined);
                  notify(`Box ${boxNo} was saved`);
                  box.reload();
                }}
              />
            )}
          </>
        )}
      </Shown>
      {doing === "delete" && (
        <ConfirmDelete
          what={`box ${boxNo}`}
          busy={submission.busy}
          trouble={submission.trouble}
          onConfirm={() => void submission.run(() => client.boxes.delete(boxNo), deleted)}
          onClose={() => {
            setDoing(undefined);
            submission.clear();
          }}
        />
      )}
    </>
  );
}

function Place({ boxNo, locNo }: { boxNo: number; locNo: number }) {
  const place = useLoad((signal) => client.locations.get(boxNo, locNo, { signal }), [boxNo, locNo]);
  return (
    <section class="card" aria-live="polite">
      <h2>{`Location ${boxNo}-${locNo}`}</h2>
      <Shown of={place}>
        {(data) => (
          <ul class="activity">
            {data.parts.map((part) => (
              <li key={part.key}>
                <a href={href("parts", part.key)}>{part.key}</a>
                <span class="grow">{part.description}</span>
                <span>{pieces(part.qty)}</span>
              </li>
            ))}
            {data.parts.length === 0 && <li class="quiet">Nothing lies here.</li>}
          </ul>
        )}
      </Shown>
    </section>
  );
}

/** Which locations of the box are in use; nothing is marked when there are too many parts to look through. */
async function occupied(boxNo: number, signal: AbortSignal): Promise<Answer<ReadonlySet<number>>> {
  const found = new Set<number>();
  for (let offset = 0; ; offset += PAGE) {
    const answer = await client.parts.listWithLocations({ limit: PAGE, offset }, { signal });
    if (!answer.ok) return answer;
    for (const one of placesIn(answer.data, boxNo)) found.add(one);
    const total = Number(answer.headers.get("X-Total-Count"));
    if (total > MOST_PARTS) return { ...answer, data: new Set() };
    if (offset + PAGE >= total) return { ...answer, data: found };
  }
}

const placesIn = (parts: readonly PartWithLocations[], boxNo: number) =>
  parts.flatMap((part) => part.locations).filter((one) => one.box_no === boxNo).map((one) => one.loc_no);
