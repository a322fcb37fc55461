import { useEffect, useState } from "preact/hooks";

type Listener = (text: string) => void;

const listeners = new Set<Listener>();

/** Tell that something was done; screen readers hear it too. */
export function notify(text: string): void {
  for (const listener of listeners) listener(text);
}

const SHOWN_MS = 5000;

export function Notices() {
  const [text, setText] = useState("");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show: Listener = (next) => {
      clearTimeout(timer);
      setText(next);
      timer = setTimeout(() => setText(""), SHOWN_MS);
    };
    listeners.add(show);
    return () => {
      listeners.delete(show);
      clearTimeout(timer);
    };
  }, []);
  return (
    <div class="notices" role="status" aria-live="polite">
      {text && <p>{text}</p>}
    </div>
  );
}
