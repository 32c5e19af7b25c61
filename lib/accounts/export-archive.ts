import { Zip, ZipPassThrough } from "fflate";

/** A file of an archive; `read` gives its bytes when its turn comes, null when it is gone. */
export type Entry = { path: string; read: () => Promise<Uint8Array | null> };

const CHUNK = 256 * 1024;

/**
 * A ZIP archive as a stream, in the order given and without compression (PDF and pictures have theirs). It holds one file
 * at a time, and goes on only as fast as it is read.
 */
export function archiveOf(entries: readonly Entry[]): ReadableStream<Uint8Array> {
  let written: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    written.push(chunk);
  });
  const steps = writeInto(zip, entries);
  return new ReadableStream({
    async pull(controller) {
      while (written.length === 0) {
        const { done } = await steps.next();
        if (done && written.length === 0) return controller.close();
      }
      for (const chunk of written) controller.enqueue(chunk);
      written = [];
    },
    async cancel() {
      await steps.return();
    },
  });
}

/** A step a chunk, so that neither the event loop nor the memory is held for longer. */
async function* writeInto(zip: Zip, entries: readonly Entry[]): AsyncGenerator<void, void> {
  for (const { path, read } of entries) {
    const content = await read();
    if (!content) continue;
    const file = new ZipPassThrough(path);
    zip.add(file);
    let at = 0;
    do {
      const end = Math.min(at + CHUNK, content.length);
      file.push(content.subarray(at, end), end === content.length);
      at = end;
      yield;
    } while (at < content.length);
  }
  zip.end();
}
