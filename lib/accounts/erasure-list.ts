import "server-only";
import { readdir, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { today } from "@/lib/core/dates";
import { env } from "@/lib/core/env";
import { unlessMissing } from "@/lib/core/files/unless-missing";
import { writeWhole } from "@/lib/core/files/write-whole";

/** Keys, a day and file names: nothing in it names a person. */
const note = z.object({
  accountId: z.uuid(),
  day: z.iso.date(),
  /** Names of files under `DATA_DIR/mail`. */
  letters: z.array(z.string()),
  /** Keys of rows that were found by the address: in a backup that knows no such account, they find it again. */
  rows: z.array(z.uuid()).default([]),
});

export type ErasureNote = z.infer<typeof note>;

const folder = () => path.join(env().DATA_DIR, "erasures");

const PENDING = ".pending.json";

/**
 * Puts an erasure on the list, one file each; the day of the first time stays. `pending` is one that is not committed
 * yet: it asks for nothing by itself, until `confirmErasure`.
 */
export async function noteErasure(
  erased: Pick<ErasureNote, "accountId" | "letters"> & Partial<ErasureNote>,
  state: "pending" | "certain" = "certain",
): Promise<void> {
  const { accountId } = erased;
  const name = `${accountId}${state === "pending" ? PENDING : ".json"}`;
  const before =
    (await readNote(`${accountId}.json`)) ?? (await readNote(`${accountId}${PENDING}`));
  const letters = [...new Set([...(before?.letters ?? []), ...erased.letters])];
  const rows = [...new Set([...(before?.rows ?? []), ...(erased.rows ?? [])])];
  const text = JSON.stringify({ day: today(), ...before, ...erased, letters, rows });
  await writeWhole(path.join(folder(), name), `${text}\n`);
}

/** Makes a pending note certain; one that is certain already is fine. */
export async function confirmErasure(accountId: string): Promise<void> {
  const pending = path.join(folder(), `${accountId}${PENDING}`);
  await rename(pending, path.join(folder(), `${accountId}.json`)).catch(unlessMissing);
}

export type ListedErasure = {
  name: string;
  /** Null for a file that is none of ours or cannot be read. */
  note: ErasureNote | null;
  /** Whether it was noted, and nobody saw the commit. */
  isPending: boolean;
};

/** Everybody who was erased, by file. Throws when the folder is there and may not be read. */
export async function listErasures(): Promise<ListedErasure[]> {
  const names = (await readdir(folder()).catch(unlessMissing)) ?? [];
  const listed = names.filter((name) => name.endsWith(".json")).sort();
  return Promise.all(
    listed.map(async (name) => ({
      name,
      note: await readNote(name),
      isPending: name.endsWith(PENDING),
    })),
  );
}

async function readNote(name: string): Promise<ErasureNote | null> {
  try {
    return note.parse(JSON.parse(await readFile(path.join(folder(), name), "utf8")));
  } catch {
    return null;
  }
}
