/** The client for test mode: everything that `@partsbench/client` has, and the group `testing`. */
import { bind, connectToApi } from "./client.js";
import type { Bound } from "./client.js";
import type { ClientOptions } from "./connection.js";
import { groups } from "./generated/groups.js";
import { testingGroups } from "./generated/testing-groups.js";

export type * from "./generated/testing-schema.js";

const all = { ...groups, ...testingGroups };

export type TestClient = Bound<typeof all>;

export function createTestClient(options: ClientOptions = {}): TestClient {
  return bind(all, connectToApi(options));
}
