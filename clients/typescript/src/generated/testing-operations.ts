/* Generated from the OpenAPI document by `npm run generate`; a change here is lost. */
import type { CallOptions } from "../connection.js";
import type { Operation, Query } from "../operation.js";
import type { Failure, Success } from "../result.js";
import type { EventStream, StreamEvent, StreamOptions } from "../stream.js";
import type { components, operations } from "./testing-schema.js";

type schemas = components["schemas"];

export type ResetSandboxResult =
  | Success<200, operations["reset_sandbox"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<408, "STILL_BUSY">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Return the sandbox to a new database.
 * Afterwards the tables, rows and sequences are those that migrations, set-up types and, on request, the seed give a new database. Requests in flight are waited for; others are told RESET_IN_PROGRESS meanwhile. Faults are cleared; the clock and the seed of the ids stay, and the ids begin again. A running clock dates the rows to the last full hour, a frozen one exactly.
 *
 * `POST /testing/reset`
 */
export const resetSandbox: Operation<[query?: Query<NonNullable<operations["reset_sandbox"]["parameters"]["query"]>>, options?: CallOptions], Promise<ResetSandboxResult>> = { id: "reset_sandbox", method: "POST", path: "/testing/reset", query: true };

export type ListSandboxesResult =
  | Success<200, operations["list_sandboxes"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * List the sandboxes.
 *
 * `GET /testing/sandboxes`
 */
export const listSandboxes: Operation<[options?: CallOptions], Promise<ListSandboxesResult>> = { id: "list_sandboxes", method: "GET", path: "/testing/sandboxes" };

export type GetSandboxResult =
  | Success<200, operations["get_sandbox"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "SANDBOX_NOT_FOUND">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Show a sandbox.
 *
 * `GET /testing/sandboxes/{name}`
 */
export const getSandbox: Operation<[name: operations["get_sandbox"]["parameters"]["path"]["name"], options?: CallOptions], Promise<GetSandboxResult>> = { id: "get_sandbox", method: "GET", path: "/testing/sandboxes/{name}" };

export type PutSandboxResult =
  | Success<200, operations["put_sandbox"]["responses"][200]["content"]["application/json"]>
  | Success<201, operations["put_sandbox"]["responses"][201]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED" | "MALFORMED_JSON">
  | Failure<404, "SNAPSHOT_NOT_FOUND">
  | Failure<408, "STILL_BUSY">
  | Failure<413, "PAYLOAD_TOO_LARGE">
  | Failure<415, "UNSUPPORTED_MEDIA_TYPE">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Create a sandbox, or make it anew.
 * What exists is given the contents, clock, ids, faults, snapshots and log of a new one. The snapshot is looked for in the sandbox that the request itself names, then in the default one.
 *
 * `PUT /testing/sandboxes/{name}`
 */
export const putSandbox: Operation<[name: operations["put_sandbox"]["parameters"]["path"]["name"], body?: NonNullable<operations["put_sandbox"]["requestBody"]>["content"]["application/json"] | undefined, options?: CallOptions], Promise<PutSandboxResult>> = { id: "put_sandbox", method: "PUT", path: "/testing/sandboxes/{name}", body: "application/json" };

export type DeleteSandboxResult =
  | Success<204, undefined>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "SANDBOX_NOT_FOUND">
  | Failure<408, "STILL_BUSY">
  | Failure<409, "SANDBOX_PERMANENT">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Delete a sandbox with everything in it.
 *
 * `DELETE /testing/sandboxes/{name}`
 */
export const deleteSandbox: Operation<[name: operations["delete_sandbox"]["parameters"]["path"]["name"], options?: CallOptions], Promise<DeleteSandboxResult>> = { id: "delete_sandbox", method: "DELETE", path: "/testing/sandboxes/{name}" };

export type ListSnapshotsResult =
  | Success<200, operations["list_snapshots"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * List the snapshots of the sandbox.
 *
 * `GET /testing/snapshots`
 */
export const listSnapshots: Operation<[options?: CallOptions], Promise<ListSnapshotsResult>> = { id: "list_snapshots", method: "GET", path: "/testing/snapshots" };

export type TakeSnapshotResult =
  | Success<200, operations["take_snapshot"]["responses"][200]["content"]["application/json"]>
  | Success<201, operations["take_snapshot"]["responses"][201]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<409, "SNAPSHOT_LIMIT">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Keep the present contents under a name.
 * A snapshot of that name is replaced.
 *
 * `POST /testing/snapshots/{name}`
 */
export const takeSnapshot: Operation<[name: operations["take_snapshot"]["parameters"]["path"]["name"], options?: CallOptions], Promise<TakeSnapshotResult>> = { id: "take_snapshot", method: "POST", path: "/testing/snapshots/{name}" };

export type DeleteSnapshotResult =
  | Success<204, undefined>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "SNAPSHOT_NOT_FOUND">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Delete a snapshot.
 *
 * `DELETE /testing/snapshots/{name}`
 */
export const deleteSnapshot: Operation<[name: operations["delete_snapshot"]["parameters"]["path"]["name"], options?: CallOptions], Promise<DeleteSnapshotResult>> = { id: "delete_snapshot", method: "DELETE", path: "/testing/snapshots/{name}" };

export type RestoreSnapshotResult =
  | Success<200, operations["restore_snapshot"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "SNAPSHOT_NOT_FOUND">
  | Failure<408, "STILL_BUSY">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Return the sandbox to a snapshot.
 *
 * `POST /testing/snapshots/{name}/restore`
 */
export const restoreSnapshot: Operation<[name: operations["restore_snapshot"]["parameters"]["path"]["name"], options?: CallOptions], Promise<RestoreSnapshotResult>> = { id: "restore_snapshot", method: "POST", path: "/testing/snapshots/{name}/restore" };

export type DiffSnapshotResult =
  | Success<200, operations["diff_snapshot"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "SNAPSHOT_NOT_FOUND">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Show what changed since a snapshot.
 *
 * `GET /testing/snapshots/{name}/diff`
 */
export const diffSnapshot: Operation<[name: operations["diff_snapshot"]["parameters"]["path"]["name"], options?: CallOptions], Promise<DiffSnapshotResult>> = { id: "diff_snapshot", method: "GET", path: "/testing/snapshots/{name}/diff" };

export type GetClockResult =
  | Success<200, operations["get_clock"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Show the clock of the sandbox.
 *
 * `GET /testing/clock`
 */
export const getClock: Operation<[options?: CallOptions], Promise<GetClockResult>> = { id: "get_clock", method: "GET", path: "/testing/clock" };

export type SetClockResult =
  | Success<200, operations["set_clock"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED" | "MALFORMED_JSON">
  | Failure<413, "PAYLOAD_TOO_LARGE">
  | Failure<415, "UNSUPPORTED_MEDIA_TYPE">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Freeze, advance or release the clock of the sandbox.
 * `release` comes first, then `freeze_at`, then `advance_by`. Everything in the service that asks for the time sees it.
 *
 * `PUT /testing/clock`
 */
export const setClock: Operation<[body: NonNullable<operations["set_clock"]["requestBody"]>["content"]["application/json"], options?: CallOptions], Promise<SetClockResult>> = { id: "set_clock", method: "PUT", path: "/testing/clock", body: "application/json" };

export type SetIdsResult =
  | Success<200, operations["set_ids"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED" | "MALFORMED_JSON">
  | Failure<413, "PAYLOAD_TOO_LARGE">
  | Failure<415, "UNSUPPORTED_MEDIA_TYPE">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Make part keys and UUIDs reproducible.
 * The same seed gives the same keys and UUIDs, again after each reset; null makes them random again.
 *
 * `PUT /testing/ids`
 */
export const setIds: Operation<[body: NonNullable<operations["set_ids"]["requestBody"]>["content"]["application/json"], options?: CallOptions], Promise<SetIdsResult>> = { id: "set_ids", method: "PUT", path: "/testing/ids", body: "application/json" };

export type ListFaultsResult =
  | Success<200, operations["list_faults"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Show the fault rules of the sandbox.
 *
 * `GET /testing/faults`
 */
export const listFaults: Operation<[options?: CallOptions], Promise<ListFaultsResult>> = { id: "list_faults", method: "GET", path: "/testing/faults" };

export type SetFaultsResult =
  | Success<200, operations["set_faults"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED" | "MALFORMED_JSON">
  | Failure<413, "PAYLOAD_TOO_LARGE">
  | Failure<415, "UNSUPPORTED_MEDIA_TYPE">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Replace the fault rules of the sandbox.
 * Only a status and a code that this document declares for the operation may be injected. `before` answers in place of the handler; `after` lets it run and commit first. Without `times` and `probability` a rule always applies.
 *
 * `PUT /testing/faults`
 */
export const setFaults: Operation<[body: NonNullable<operations["set_faults"]["requestBody"]>["content"]["application/json"], options?: CallOptions], Promise<SetFaultsResult>> = { id: "set_faults", method: "PUT", path: "/testing/faults", body: "application/json" };

export type ListLogsResult =
  | Success<200, operations["list_logs"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Show what was logged.
 * With `test_id`, what that test caused in every sandbox; without it, what was logged in this sandbox.
 *
 * `GET /testing/logs`
 */
export const listLogs: Operation<[query?: Query<NonNullable<operations["list_logs"]["parameters"]["query"]>>, options?: CallOptions], Promise<ListLogsResult>> = { id: "list_logs", method: "GET", path: "/testing/logs", query: true };

export type StreamLogsEvent =
  | StreamEvent<"log", schemas["LogEvent"]>
  | StreamEvent<"connection_open", schemas["ConnectionOpenEvent"]>
  | StreamEvent<"heartbeat", schemas["HeartbeatEvent"]>
  | StreamEvent<"gap", schemas["GapEvent"]>
  | StreamEvent<"dropped", schemas["DroppedEvent"]>
  | StreamEvent<"connection_close", schemas["ConnectionCloseEvent"]>;
/**
 * Follow what is logged.
 * Server-sent events, one `log` for each record of this sandbox from now on. The stream goes on through resets. It carries at most 500 records a second; `dropped` says how many were left out before one.
 *
 * `GET /testing/logs/stream`
 */
export const streamLogs: Operation<[query?: Query<Omit<NonNullable<operations["stream_logs"]["parameters"]["query"]>, "request_id" | "last_event_id">>, options?: StreamOptions], EventStream<StreamLogsEvent>> = { id: "stream_logs", method: "GET", path: "/testing/logs/stream", query: true, stream: true };

export type StartScriptedTaskResult =
  | Success<202, operations["start_scripted_task"]["responses"][202]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED" | "MALFORMED_JSON">
  | Failure<413, "PAYLOAD_TOO_LARGE">
  | Failure<415, "UNSUPPORTED_MEDIA_TYPE">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Start a task that follows a script.
 * The task tells each step as a `progress_update` and ends as the script says, or waits for events sent to it.
 *
 * `POST /testing/tasks`
 */
export const startScriptedTask: Operation<[body: NonNullable<operations["start_scripted_task"]["requestBody"]>["content"]["application/json"], options?: CallOptions], Promise<StartScriptedTaskResult>> = { id: "start_scripted_task", method: "POST", path: "/testing/tasks", body: "application/json" };

export type SendTaskEventResult =
  | Success<204, undefined>
  | Failure<400, "VALIDATION_FAILED" | "MALFORMED_JSON">
  | Failure<404, "TASK_NOT_FOUND">
  | Failure<409, "TASK_FINISHED" | "CONSTRAINT_VIOLATION">
  | Failure<413, "PAYLOAD_TOO_LARGE">
  | Failure<415, "UNSUPPORTED_MEDIA_TYPE">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Have a scripted task tell an event, or end.
 *
 * `POST /testing/tasks/{task_id}/events`
 */
export const sendTaskEvent: Operation<[task_id: operations["send_task_event"]["parameters"]["path"]["task_id"], body: NonNullable<operations["send_task_event"]["requestBody"]>["content"]["application/json"], options?: CallOptions], Promise<SendTaskEventResult>> = { id: "send_task_event", method: "POST", path: "/testing/tasks/{task_id}/events", body: "application/json" };

export type AnnounceVersionResult =
  | Success<202, operations["announce_version"]["responses"][202]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED" | "MALFORMED_JSON">
  | Failure<413, "PAYLOAD_TOO_LARGE">
  | Failure<415, "UNSUPPORTED_MEDIA_TYPE">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Announce a version on the version stream.
 * With `request_id` the announcement goes to the version stream opened with it; when there is none, it is delivered once to the next one. Without it, every version stream of the sandbox is told, and those that come later.
 *
 * `POST /testing/deployments/version`
 */
export const announceVersion: Operation<[body: NonNullable<operations["announce_version"]["requestBody"]>["content"]["application/json"], options?: CallOptions], Promise<AnnounceVersionResult>> = { id: "announce_version", method: "POST", path: "/testing/deployments/version", body: "application/json" };

export type GetIdleResult =
  | Success<200, operations["get_idle"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<408, "STILL_BUSY">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Wait until the sandbox is quiet.
 * Answers as soon as no request is in flight, no task runs and no event waits to be delivered.
 *
 * `GET /testing/idle`
 */
export const getIdle: Operation<[query?: Query<NonNullable<operations["get_idle"]["parameters"]["query"]>>, options?: CallOptions], Promise<GetIdleResult>> = { id: "get_idle", method: "GET", path: "/testing/idle", query: true };

export type GetCoverageResult =
  | Success<200, operations["get_coverage"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Show what of this document the run has touched.
 * Counts of calls, statuses, error codes, parameters and properties; 0 is never. `scope=sandbox` counts this sandbox alone. `format=html` is a page for people.
 *
 * `GET /testing/coverage`
 */
export const getCoverage: Operation<[query?: Query<NonNullable<operations["get_coverage"]["parameters"]["query"]>>, options?: CallOptions], Promise<GetCoverageResult>> = { id: "get_coverage", method: "GET", path: "/testing/coverage", query: true };

export type ClearCoverageResult =
  | Success<204, undefined>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Begin to count anew.
 *
 * `DELETE /testing/coverage`
 */
export const clearCoverage: Operation<[query?: Query<NonNullable<operations["clear_coverage"]["parameters"]["query"]>>, options?: CallOptions], Promise<ClearCoverageResult>> = { id: "clear_coverage", method: "DELETE", path: "/testing/coverage", query: true };

export type GetTestImageResult =
  | Success<200, operations["get_test_image"]["responses"][200]["content"]["image/png"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Get an image with a text on it.
 *
 * `GET /testing/content/image`
 */
export const getTestImage: Operation<[query: Query<NonNullable<operations["get_test_image"]["parameters"]["query"]>>, options?: CallOptions], Promise<GetTestImageResult>> = { id: "get_test_image", method: "GET", path: "/testing/content/image", query: true };

export type GetTestPdfResult =
  | Success<200, operations["get_test_pdf"]["responses"][200]["content"]["application/pdf"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Get a PDF of one page.
 *
 * `GET /testing/content/pdf`
 */
export const getTestPdf: Operation<[query: Query<NonNullable<operations["get_test_pdf"]["parameters"]["query"]>>, options?: CallOptions], Promise<GetTestPdfResult>> = { id: "get_test_pdf", method: "GET", path: "/testing/content/pdf", query: true };

export type GetTestHtmlResult =
  | Success<200, operations["get_test_html"]["responses"][200]["content"]["text/html"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT">;
/**
 * Get a small HTML page.
 *
 * `GET /testing/content/html`
 */
export const getTestHtml: Operation<[query: Query<NonNullable<operations["get_test_html"]["parameters"]["query"]>>, options?: CallOptions], Promise<GetTestHtmlResult>> = { id: "get_test_html", method: "GET", path: "/testing/content/html", query: true };
