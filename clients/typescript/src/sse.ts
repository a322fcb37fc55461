/** One message of an event stream, as the HTML standard (section 9.2.6) dispatches it. */
export interface Message {
  readonly event: string;
  readonly data: string;
  readonly id: string | undefined;
}

/** Reads the lines of an event stream, however they are cut into chunks, and keeps what outlives a message. */
export class MessageParser {
  /** The wait before a reconnection that the stream asked for, in milliseconds. */
  retryMs: number | undefined;
  #rest = "";
  #event = "";
  #data: string[] = [];
  #id: string | undefined;
  #first = true;

  /** Take in a piece of the stream and return the messages that it completes. */
  push(chunk: string): Message[] {
    let text = this.#rest + chunk;
    if (this.#first && text.length > 0) {
      this.#first = false;
      if (text.startsWith("\uFEFF")) text = text.slice(1);
    }
    // A carriage return at the very end may be the first half of a CRLF, so it waits for the next chunk.
    const held = text.endsWith("\r") ? "\r" : "";
    const lines = text.slice(0, text.length - held.length).split(/\r\n|\n|\r/);
    this.#rest = lines.pop()! + held;
    const messages: Message[] = [];
    for (const line of lines) {
      const message = this.#line(line);
      if (message) messages.push(message);
    }
    return messages;
  }

  #line(line: string): Message | undefined {
    if (line === "") return this.#dispatch();
    const colon = line.indexOf(":");
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") this.#event = value;
    else if (field === "data") this.#data.push(value);
    else if (field === "id" && !value.includes("\0")) this.#id = value;
    else if (field === "retry" && /^\d+$/.test(value)) this.retryMs = Number(value);
    return undefined;
  }

  #dispatch(): Message | undefined {
    const message = { event: this.#event || "message", data: this.#data.join("\n"), id: this.#id };
    const complete = this.#data.length > 0;
    this.#event = "";
    this.#data = [];
    this.#id = undefined;
    return complete ? message : undefined;
  }
}
