import { useEffect, useState } from "preact/hooks";
import { client, testMode } from "./api";

interface Deployment {
  readonly service: string;
  readonly frontend: string | null;
  readonly changelog: string | undefined;
}

/** Whether the page is in touch with the service, and a word when something newer was deployed than it was loaded from. */
export function Version() {
  const [loaded, setLoaded] = useState<Deployment | undefined>();
  const [present, setPresent] = useState<Deployment | undefined>();
  const [connected, setConnected] = useState<boolean | undefined>();
  useEffect(() => {
    const stream = client.utils.streamVersions({ onReconnect: () => setConnected(false) });
    void (async () => {
      for await (const event of stream) {
        if (event.event === "connection_open") setConnected(true);
        if (event.event !== "version") continue;
        const { service, frontend, changelog } = event.data;
        setPresent({ service, frontend, changelog });
        // In test mode the stream is silent until a test announces a version, so the first one is news already.
        setLoaded((before) => before ?? (testMode ? { service, frontend: null, changelog: undefined } : { service, frontend, changelog }));
      }
    })().catch(() => setConnected(false));
    return () => stream.close();
  }, []);
  return (
    <>
      <span class={connected === false ? "link-state lost" : "link-state"} role="status" data-testid="connection">
        {connected === undefined ? "" : connected ? "Live" : "Reconnecting…"}
      </span>
      {loaded && present && <Banner loaded={loaded} present={present} />}
    </>
  );
}

function Banner({ loaded, present }: { loaded: Deployment; present: Deployment }) {
  const [dismissed, setDismissed] = useState<string | undefined>();
  const newer = news(loaded, present);
  if (!newer || newer === dismissed) return null;
  return (
    <div class="banner" role="status">
      <p>
        <strong>{newer}</strong> {present.changelog}
      </p>
      <button type="button" class="primary" onClick={() => location.reload()}>
        Reload
      </button>
      <button type="button" onClick={() => setDismissed(newer)}>
        Later
      </button>
    </div>
  );
}

function news(loaded: Deployment, present: Deployment): string | undefined {
  if (present.frontend !== null && present.frontend !== loaded.frontend) return `Version ${present.frontend} was deployed.`;
  if (present.service !== loaded.service) return `The service now runs version ${present.service}.`;
  return undefined;
}
