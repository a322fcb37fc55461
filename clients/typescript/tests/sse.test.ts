import assert from "node:assert/strict";
import { test } from "node:test";
import { MessageParser } from "../dist/sse.js";

const TEXT = "\uFEFFid: 1\r\nevent: a\r\ndata: one\r\ndata:two\r\n\r\n: a comment\nretry: 250\n\ndata\n\nevent: empty\n\nid:2\ndata:  x\rdata: y\r\r";

const EXPECTED = [
  { event: "a", data: "one\ntwo", id: "1" },
  { event: "message", data: "", id: undefined },
  { event: "message", data: " x\ny", id: "2" },
];

test("messages come out the same however the stream is cut", () => {
  for (let size = 1; size <= TEXT.length; size++) {
    const parser = new MessageParser();
    const found = [];
    for (let at = 0; at < TEXT.length; at += size) found.push(...parser.push(TEXT.slice(at, at + size)));
    found.push(...parser.push("\n"));
    assert.deepEqual(found, EXPECTED, `in pieces of ${size}`);
    assert.equal(parser.retryMs, 250);
  }
});
