import "server-only";
import fs from "node:fs/promises";
import path from "node:path";
import { addDays } from "../dates";
import { env } from "../env";
import { PROMISES } from "../i18n/promises";
import { listMailFiles, mailFolder } from "./kept-mails";

/** How long the record of a letter stays, sent or not, and a letter that was kept as a file. */
export const MAIL_DAYS = PROMISES.mailDays;

/** A demo club writes to nobody: of its letters the newest are enough to look at. */
const DEMO_LETTERS = 200;

/** `20261125T193439123Z-….json`, or what a crash left of one while it was written. */
const LETTER = /^\d{8}T.*\.json(\.part)?$/;

/** The letters kept as files (their names) that have had their time on a calendar day `YYYY-MM-DD`. Throws when their folder may not be read. */
export async function listOldLetters(day: string): Promise<string[]> {
  const letters = (await listMailFiles()).filter((name) => LETTER.test(name)).sort();
  const lastKept = addDays(day, -MAIL_DAYS).replaceAll("-", "");
  const yesterday = addDays(day, -1).replaceAll("-", "");
  const most = env().CLUB_DEMO === "1" ? DEMO_LETTERS : Number.POSITIVE_INFINITY;
  return letters.filter((name, index) => {
    const written = name.slice(0, 8);
    const isHalf = name.endsWith(".part") && written < yesterday;
    return isHalf || written < lastKept || letters.length - index > most;
  });
}

/** Removes the letters kept as files that have had their time; gives how many. One that is gone already is fine. Throws as `listOldLetters`. */
export async function removeOldLetters(day: string): Promise<number> {
  const old = await listOldLetters(day);
  for (const name of old) await fs.rm(path.join(mailFolder(), name), { force: true });
  return old.length;
}
