import { render } from "preact";
import type { ComponentType } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { testMode } from "./api";
import { Notices } from "./notices";
import { href, useRoute } from "./route";
import { Boxes } from "./views/boxes";
import { Box } from "./views/box";
import { Dashboard } from "./views/dashboard";
import { Importing } from "./views/importing";
import { Part } from "./views/part";
import { Parts } from "./views/parts";
import { Types } from "./views/types";
import { Version } from "./version";

const LINKS: readonly [string, string][] = [
  ["", "Overview"],
  ["parts", "Parts"],
  ["types", "Types"],
  ["boxes", "Boxes"],
  ["import", "Import"],
  ...((testMode ? [["log", "Log"]] : []) as [string, string][]),
];

function App() {
  const route = useRoute();
  const [place = "", detail] = route.segments;
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    // Who follows a link by keyboard or screen reader lands on the new page's heading, not on the old link.
    if (!first.current) main.current?.querySelector("h1")?.focus();
    first.current = false;
    scrollTo(0, 0);
  }, [place, detail]);
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        Skip to the content
      </a>
      <header>
        <a class="brand" href="#/">
          <img src="icon.svg" alt="" width="28" height="28" />
          partsbench
        </a>
        <nav aria-label="Main">
          {LINKS.map(([name, label]) => (
            <a key={name} href={href(...(name ? [name] : []))} aria-current={place === name ? "page" : undefined}>
              {label}
            </a>
          ))}
        </nav>
        <Version />
        <a class="docs" href="api/docs">
          API
        </a>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <View place={place} detail={detail} query={route.query} />
      </main>
      <Notices />
    </>
  );
}

function View({ place, detail, query }: { place: string; detail: string | undefined; query: URLSearchParams }) {
  if (place === "") return <Dashboard />;
  if (place === "parts") return detail ? <Part key={detail} partKey={detail} /> : <Parts query={query} />;
  if (place === "types") return <Types />;
  if (place === "boxes") return detail ? <Box key={detail} boxNo={Number(detail)} /> : <Boxes />;
  if (place === "import") return <Importing />;
  if (place === "log" && testMode) return <Later load={() => import("./views/log")} />;
  return (
    <>
      <h1 tabIndex={-1}>There is no such page</h1>
      <p>
        <a href="#/">Go to the overview</a>
      </p>
    </>
  );
}

/** A view whose code is loaded when it is first shown. */
function Later({ load }: { load: () => Promise<{ default: ComponentType }> }) {
  const [View, setView] = useState<ComponentType | undefined>();
  useEffect(() => void load().then((module) => setView(() => module.default)), []);
  return View ? <View /> : <p class="quiet">Loading…</p>;
}

document.documentElement.dataset["mode"] = testMode ? "testing" : "production";
render(<App />, document.getElementById("app")!);
