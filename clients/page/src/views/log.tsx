import { connect, send } from "@partsbench/client";
import type { LogEntry } from "@partsbench/client/testing";
import { streamLogs } from "@partsbench/client/testing/operations";
import { useEffect, useState } from "preact/hooks";
import { troubleFrom } from "../api";
import type { Trouble } from "../api";
import { Heading, Problem } from "../ui";

type Level = "DEBUG" | "INFO" | "WARNING" | "ERROR";

const LEVELS: readonly Level[] = ["DEBUG", "INFO", "WARNING", "ERROR"];
const KEPT = 500;

/** What the service logs in this sandbox, as it happens. Test mode only; production never loads this file. */
export default function Log() {
  const [level, setLevel] = useState<Level>("INFO");
  const [text, setText] = useState("");
  const [entries, setEntries] = useState<readonly (LogEntry & { key: string })[]>([]);
  const [missed, setMissed] = useState(0);
  const [connected, setConnected] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | undefined>();

  useEffect(() => {
    const stream = send(connect(), streamLogs, { level }, { onReconnect: () => setConnected(false) });
    void (async () => {
      for await (const event of stream) {
        if (event.event === "connection_open") setConnected(true);
        if (event.event === "dropped") setMissed((before) => before + event.data.count);
        if (event.event === "gap") setMissed((before) => before + (event.data.missed ?? 0));
        if (event.event !== "log") continue;
        const entry = { ...event.data, key: event.id ?? crypto.randomUUID() };
        setEntries((before) => [entry, ...before].slice(0, KEPT));
      }
    })().catch((error: unknown) => setTrouble(troubleFrom(error)));
    return () => stream.close();
  }, [level]);

  const wanted = text.trim().toLowerCase();
  const shown = entries.filter((entry) =>
    [entry.message, entry.logger, entry.correlation_id ?? ""].some((part) => part.toLowerCase().includes(wanted)),
  );
  return (
    <>
      <Heading title="Log" note={connected ? "What the service does in this sandbox, the newest first" : "Connecting…"}>
        <button type="button" onClick={() => (setEntries([]), setMissed(0))}>
          Clear
        </button>
      </Heading>
      <Problem trouble={trouble} />
      <div class="toolbar">
        <label class="hidden" for="log-text">
          Show entries that contain
        </label>
        <input id="log-text" type="search" placeholder="Message, logger or reference…" value={text} onInput={(event) => setText(event.currentTarget.value)} />
        <label class="hidden" for="log-level">
          Lowest level
        </label>
        <select id="log-level" value={level} onChange={(event) => setLevel(event.currentTarget.value as Level)}>
          {LEVELS.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </div>
      {missed > 0 && <p class="quiet">{`${missed} entries came too fast to be shown.`}</p>}
      <div class="card" role="log" aria-live="off" aria-label="Log entries">
        <ol class="log">
          {shown.map((entry) => (
            <li key={entry.key} class={entry.level.toLowerCase()}>
              <time dateTime={entry.timestamp}>{entry.timestamp.slice(11, 23)}</time>
              <span class="level">{entry.level}</span>
              <span class="message">
                {entry.message}
                {entry.exception && <pre>{entry.exception}</pre>}
              </span>
              <code>{entry.correlation_id}</code>
            </li>
          ))}
          {shown.length === 0 && <li class="quiet">Nothing yet.</li>}
        </ol>
      </div>
    </>
  );
}
