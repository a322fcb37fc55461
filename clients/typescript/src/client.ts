import { connect } from "./connection.js";
import type { ClientOptions, Connection } from "./connection.js";
import { basePath } from "./generated/operations.js";
import { send } from "./operation.js";
import type { Operation } from "./operation.js";

/** Operations by tag and by method name, as the generator writes them. */
export type Groups = Readonly<Record<string, Readonly<Record<string, Operation<never, unknown>>>>>;

type Method<O> = O extends Operation<infer Args, infer Answer> ? (...args: Args) => Answer : never;

/** A method for every operation, grouped by tag. */
export type Bound<G extends Groups> = {
  readonly [Tag in keyof G]: { readonly [Name in keyof G[Tag]]: Method<G[Tag][Name]> };
};

/** A connection to the operations below the path where the document says they live. */
export function connectToApi(options: ClientOptions = {}): Connection {
  const connection = connect(options);
  return { ...connection, base: connection.base + basePath };
}

export function bind<G extends Groups>(groups: G, connection: Connection): Bound<G> {
  const method = (operation: Operation<never, unknown>) =>
    (...args: unknown[]) => send(connection, operation as Operation<unknown[], unknown>, ...args);
  const group = (operations: Groups[string]) =>
    Object.fromEntries(Object.entries(operations).map(([name, operation]) => [name, method(operation)]));
  return Object.fromEntries(Object.entries(groups).map(([tag, operations]) => [tag, group(operations)])) as Bound<G>;
}
