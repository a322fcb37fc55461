import { useEffect, useState } from "preact/hooks";

/** Where the page is: the segments after the #, and what follows the question mark. */
export interface Route {
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
}

export function parseRoute(hash: string): Route {
  const [path = "", search = ""] = hash.replace(/^#\/?/, "").split("?");
  return { segments: path.split("/").filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(search) };
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return route;
}

export const href = (...segments: (string | number)[]) =>
  `#/${segments.map((one) => encodeURIComponent(one)).join("/")}`;

export function go(...segments: (string | number)[]): void {
  location.hash = href(...segments);
}

/** Keep the address in step with what is shown, without a step in the history for each letter typed. */
export function rewriteQuery(segments: readonly string[], values: Record<string, string>): void {
  const kept = Object.entries(values).filter(([, value]) => value !== "");
  const search = new URLSearchParams(kept).toString();
  history.replaceState(null, "", href(...segments) + (search && `?${search}`));
}
