/* Generated from the OpenAPI document by `npm run generate`; a change here is lost. */
import * as operations from "./testing-operations.js";

export const testingGroups = {
  testing: {
    /**
     * Return the sandbox to a new database.
     * Afterwards the tables, rows and sequences are those that migrations, set-up types and, on request, the seed give a new database. Requests in flight are waited for; others are told RESET_IN_PROGRESS meanwhile. Faults are cleared; the clock and the seed of the ids stay, and the ids begin again. A running clock dates the rows to the last full hour, a frozen one exactly.
     *
     * `POST /testing/reset`
     */
    resetSandbox: operations.resetSandbox,
    /**
     * List the sandboxes.
     *
     * `GET /testing/sandboxes`
     */
    listSandboxes: operations.listSandboxes,
    /**
     * Show a sandbox.
     *
     * `GET /testing/sandboxes/{name}`
     */
    getSandbox: operations.getSandbox,
    /**
     * Create a sandbox, or make it anew.
     * What exists is given the contents, clock, ids, faults, snapshots and log of a new one. The snapshot is looked for in the sandbox that the request itself names, then in the default one.
     *
     * `PUT /testing/sandboxes/{name}`
     */
    putSandbox: operations.putSandbox,
    /**
     * Delete a sandbox with everything in it.
     *
     * `DELETE /testing/sandboxes/{name}`
     */
    deleteSandbox: operations.deleteSandbox,
    /**
     * List the snapshots of the sandbox.
     *
     * `GET /testing/snapshots`
     */
    listSnapshots: operations.listSnapshots,
    /**
     * Keep the present contents under a name.
     * A snapshot of that name is replaced.
     *
     * `POST /testing/snapshots/{name}`
     */
    takeSnapshot: operations.takeSnapshot,
    /**
     * Delete a snapshot.
     *
     * `DELETE /testing/snapshots/{name}`
     */
    deleteSnapshot: operations.deleteSnapshot,
    /**
     * Return the sandbox to a snapshot.
     *
     * `POST /testing/snapshots/{name}/restore`
     */
    restoreSnapshot: operations.restoreSnapshot,
    /**
     * Show what changed since a snapshot.
     *
     * `GET /testing/snapshots/{name}/diff`
     */
    diffSnapshot: operations.diffSnapshot,
    /**
     * Show the clock of the sandbox.
     *
     * `GET /testing/clock`
     */
    getClock: operations.getClock,
    /**
     * Freeze, advance or release the clock of the sandbox.
     * `release` comes first, then `freeze_at`, then `advance_by`. Everything in the service that asks for the time sees it.
     *
     * `PUT /testing/clock`
     */
    setClock: operations.setClock,
    /**
     * Make part keys and UUIDs reproducible.
     * The same seed gives the same keys and UUIDs, again after each reset; null makes them random again.
     *
     * `PUT /testing/ids`
     */
    setIds: operations.setIds,
    /**
     * Show the fault rules of the sandbox.
     *
     * `GET /testing/faults`
     */
    listFaults: operations.listFaults,
    /**
     * Replace the fault rules of the sandbox.
     * Only a status and a code that this document declares for the operation may be injected. `before` answers in place of the handler; `after` lets it run and commit first. Without `times` and `probability` a rule always applies.
     *
     * `PUT /testing/faults`
     */
    setFaults: operations.setFaults,
    /**
     * Show what was logged.
     * With `test_id`, what that test caused in every sandbox; without it, what was logged in this sandbox.
     *
     * `GET /testing/logs`
     */
    listLogs: operations.listLogs,
    /**
     * Follow what is logged.
     * Server-sent events, one `log` for each record of this sandbox from now on. The stream goes on through resets. It carries at most 500 records a second; `dropped` says how many were left out before one.
     *
     * `GET /testing/logs/stream`
     */
    streamLogs: operations.streamLogs,
    /**
     * Start a task that follows a script.
     * The task tells each step as a `progress_update` and ends as the script says, or waits for events sent to it.
     *
     * `POST /testing/tasks`
     */
    startScriptedTask: operations.startScriptedTask,
    /**
     * Have a scripted task tell an event, or end.
     *
     * `POST /testing/tasks/{task_id}/events`
     */
    sendTaskEvent: operations.sendTaskEvent,
    /**
     * Announce a version on the version stream.
     * With `request_id` the announcement goes to the version stream opened with it; when there is none, it is delivered once to the next one. Without it, every version stream of the sandbox is told, and those that come later.
     *
     * `POST /testing/deployments/version`
     */
    announceVersion: operations.announceVersion,
    /**
     * Wait until the sandbox is quiet.
     * Answers as soon as no request is in flight, no task runs and no event waits to be delivered.
     *
     * `GET /testing/idle`
     */
    getIdle: operations.getIdle,
    /**
     * Show what of this document the run has touched.
     * Counts of calls, statuses, error codes, parameters and properties; 0 is never. `scope=sandbox` counts this sandbox alone. `format=html` is a page for people.
     *
     * `GET /testing/coverage`
     */
    getCoverage: operations.getCoverage,
    /**
     * Begin to count anew.
     *
     * `DELETE /testing/coverage`
     */
    clearCoverage: operations.clearCoverage,
    /**
     * Get an image with a text on it.
     *
     * `GET /testing/content/image`
     */
    getTestImage: operations.getTestImage,
    /**
     * Get a PDF of one page.
     *
     * `GET /testing/content/pdf`
     */
    getTestPdf: operations.getTestPdf,
    /**
     * Get a small HTML page.
     *
     * `GET /testing/content/html`
     */
    getTestHtml: operations.getTestHtml,
  },
};
