// What these tests state is checked by the compiler; running them only shows that they were compiled.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient } from "@partsbench/client";
import type { CodeOf, DataOf, Part, Type } from "@partsbench/client";
import type { DeleteTypeResult, ListPartsResult } from "@partsbench/client/operations";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_T extends true>() => assert.ok(true);

test("an operation's codes are exactly those that the document declares for it", () => {
  holds<
    Same<
      CodeOf<DeleteTypeResult>,
      "VALIDATION_FAILED" | "TYPE_NOT_FOUND" | "TYPE_IN_USE" | "CONSTRAINT_VIOLATION" | "INTERNAL" | "DATABASE_UNAVAILABLE"
    >
  >();
});

test("data is what the document declares", () => {
  holds<Same<DataOf<ListPartsResult>, Part[]>>();
  holds<Same<DataOf<DeleteTypeResult>, undefined>>();
  holds<Same<Type["part_count"], number | undefined>>();
});

test("a code narrows the status, and misuse does not compile", () => {
  const client = createClient({ baseUrl: "http://127.0.0.1:9" });
  const neverCalled = async () => {
    const result = await client.types.delete(3);
    if (result.ok) {
      const status: 204 = result.status;
      return status;
    }
    switch (result.code) {
      case "TYPE_IN_USE": {
        const status: 409 = result.status;
        const code: "TYPE_IN_USE" | "CONSTRAINT_VIOLATION" = result.problem.code;
        return [status, code];
      }
      // @ts-expect-error no operation on types refuses with this code
      case "BOX_NOT_EMPTY":
        return undefined;
      default:
        return result.problem.detail;
    }
  };
  const misuse = async () => {
    // @ts-expect-error the name is required
    await client.types.create({});
    // @ts-expect-error a type's id is a number
    await client.types.get("3");
    // @ts-expect-error there is no such parameter
    await client.parts.list({ colour: "red" });
    // @ts-expect-error data is there only after a look at ok
    (await client.types.list()).data;
  };
  assert.equal(typeof neverCalled, typeof misuse);
});
