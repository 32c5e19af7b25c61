import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { archiveOf } from "./export-archive";

const bytes = (length: number, value: number) => new Uint8Array(length).fill(value);
const entry = (path: string, content: Uint8Array | null) => ({ path, read: async () => content });

async function readAll(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

test("every file comes out as it went in, a name in Chinese and an empty one too", async () => {
  const files = {
    "account.json": bytes(10, 1),
    "rooms/报价.pdf": bytes(1_000_000, 2),
    empty: bytes(0, 0),
  };
  const entries = Object.entries(files).map(([path, content]) => entry(path, content));
  const archive = await readAll(archiveOf([...entries, entry("gone.pdf", null)]));
  const found = unzipSync(archive);
  expect(Object.keys(found)).toEqual(Object.keys(files));
  for (const [path, content] of Object.entries(files)) {
    expect(Buffer.compare(found[path] ?? Buffer.from("nothing"), content), path).toBe(0);
  }
});

test("no file is read before its turn, and none after its reader has left", async () => {
  const read: string[] = [];
  const slow = ["one", "two", "three"].map((path) => ({
    path,
    read: async () => {
      read.push(path);
      return bytes(2_000_000, 3);
    },
  }));
  const reader = archiveOf(slow).getReader();
  await reader.read();
  await reader.read();
  expect(read).toEqual(["one"]);
  await reader.cancel();
  expect(read).toEqual(["one"]);
});
