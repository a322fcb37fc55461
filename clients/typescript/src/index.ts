import { bind, connectToApi } from "./client.js";
import type { Bound } from "./client.js";
import type { ClientOptions } from "./connection.js";
import { groups } from "./generated/groups.js";

export { connectToApi as connect } from "./client.js";
export { newCorrelationId } from "./connection.js";
export type { CallOptions, ClientOptions, Connection, RetryOptions } from "./connection.js";
export { NetworkError, PartsbenchError, ProblemError, UnexpectedResponseError, unwrap } from "./errors.js";
export type * from "./generated/schema.js";
export { send } from "./operation.js";
export type { Operation } from "./operation.js";
export type { CodeOf, DataOf, Failure, Result, Success } from "./result.js";
export { EventStream } from "./stream.js";
export type { Reconnection, StreamEvent, StreamOptions } from "./stream.js";

/** A typed client: one method for each operation, grouped by tag. */
export type Client = Bound<typeof groups>;

export function createClient(options: ClientOptions = {}): Client {
  return bind(groups, connectToApi(options));
}
