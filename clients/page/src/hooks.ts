import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { troubleFrom, troubleOf } from "./api";
import type { Answer, Trouble } from "./api";

export interface Loaded<Data> {
  readonly data: Data | undefined;
  /** How many entries the whole list has, where the answer says so; `limited` when it has more than were counted. */
  readonly total: number | undefined;
  readonly limited: boolean;
  /** Whether another page comes after this one. */
  readonly more: boolean;
  readonly trouble: Trouble | undefined;
  readonly loading: boolean;
  readonly reload: () => void;
}

/**
 * Load when the page is shown and whenever `inputs` change. An answer to earlier inputs is given up: whatever is shown
 * belongs to the latest ones. The data of before stays visible until new data is there.
 */
export function useLoad<Data>(
  load: (signal: AbortSignal) => Promise<Answer<Data>>,
  inputs: readonly unknown[],
): Loaded<Data> {
  const [state, setState] = useState<Omit<Loaded<Data>, "reload">>({
    data: undefined,
    total: undefined,
    limited: false,
    more: false,
    trouble: undefined,
    loading: true,
  });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    setState((before) => ({ ...before, loading: true }));
    load(controller.signal).then(
      (answer) => {
        if (controller.signal.aborted) return;
        if (!answer.ok) setState((before) => ({ ...before, trouble: troubleOf(answer), loading: false }));
        else setState({ data: answer.data, ...extentOf(answer.headers), trouble: undefined, loading: false });
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setState((before) => ({ ...before, trouble: troubleFrom(error), loading: false }));
      },
    );
    return () => controller.abort();
  }, [...inputs, turn]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { ...state, reload };
}

function extentOf(headers: Headers): Pick<Loaded<unknown>, "total" | "limited" | "more"> {
  const total = headers.get("X-Total-Count");
  return {
    total: total === null ? undefined : Number(total),
    limited: headers.get("X-Total-Count-Limited") === "true",
    more: /rel="next"/.test(headers.get("Link") ?? ""),
  };
}

export interface Submission {
  readonly busy: boolean;
  readonly trouble: Trouble | undefined;
  readonly clear: () => void;
  /** Run a change; true when it succeeded. While one runs, another is not started. */
  readonly run: <Data>(change: () => Promise<Answer<Data>>, done: (data: Data) => void) => Promise<boolean>;
}

export function useSubmission(): Submission {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | undefined>();
  const running = useRef(false);
  const run: Submission["run"] = async (change, done) => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setTrouble(undefined);
    try {
      const answer = await change();
      if (answer.ok) done(answer.data);
      else setTrouble(troubleOf(answer));
      return answer.ok;
    } catch (error) {
      setTrouble(troubleFrom(error));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, trouble, clear: () => setTrouble(undefined), run };
}

/** A value that follows another once that has stood still for a while. */
export function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
