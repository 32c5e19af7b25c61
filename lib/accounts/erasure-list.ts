import "server-only";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { today } from "@/lib/core/dates";
import { env } from "@/lib/core/env";

/** Keys, a day and file names: nothing in it names a person. */
const note = z.object({
  accountId: z.uuid(),
  day: z.iso.date(),
  /** Names of files under `DATA_DIR/mail`. */
  letters: z.array(z.string()),
});

export type ErasureNote = z.infer<typeof note>;

const folder = () => path.join(env().DATA_DIR, "erasures");

/** Puts an erasure on the list, one file each; the day of the first time stays. */
export async function noteErasure(erased: Omit<ErasureNote, "day">): Promise<void> {
  const name = `${erased.accountId}.json`;
  const before = await readNote(name);
  const letters = [...new Set([...(before?.letters ?? []), ...erased.letters])];
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const draft = path.join(folder(), `.${name}.part`);
  const text = JSON.stringify({ day: today(), ...before, ...erased, letters });
  await writeFile(draft, `${text}\n`, { mode: 0o600, flush: true });
  await rename(draft, path.join(folder(), name));
}

/** Everybody who was erased, by file; `note` is null for a file that is none of ours or cannot be read. */
export async function listErasures(): Promise<{ name: string; note: ErasureNote | null }[]> {
  const names = await readdir(folder()).catch(() => []);
  const listed = names.filter((name) => name.endsWith(".json")).sort();
  return Promise.all(listed.map(async (name) => ({ name, note: await readNote(name) })));
}

async function readNote(name: string): Promise<ErasureNote | null> {
  try {
    return note.parse(JSON.parse(await readFile(path.join(folder(), name), "utf8")));
  } catch {
    return null;
  }
}
