import "server-only";
import fs from "node:fs/promises";
import path from "node:path";
import { env } from "../env";
import { unlessMissing } from "../files/unless-missing";
import type { Locale } from "../i18n/locales";
import { log } from "../log";

export type KeptMail = {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  locale: Locale;
  kind: string;
  at: string;
};

/** Where letters are kept as files when no SMTP server is set. */
export const mailFolder = () => path.join(env().DATA_DIR, "mail");

/** The names of all files that are kept. Throws when the folder is there and may not be read. */
export const listMailFiles = async () =>
  (await fs.readdir(mailFolder()).catch(unlessMissing)) ?? [];

/** A letter that was written whole; null for a half-written one. */
function parseLetter(id: string, text: string): KeptMail | null {
  try {
    return { ...JSON.parse(text), id } as KeptMail;
  } catch {
    return null;
  }
}

/** The mails that were kept as files because no SMTP server is set, newest first, at most 100. */
export async function listKeptMails(): Promise<KeptMail[]> {
  const newest = (await listMailFiles())
    .filter((file) => file.endsWith(".json"))
    .sort()
    .reverse()
    .slice(0, 100);
  const letters = await Promise.all(
    newest.map(async (file) =>
      parseLetter(file, await fs.readFile(path.join(mailFolder(), file), "utf8").catch(() => "")),
    ),
  );
  return letters.filter((letter) => letter !== null);
}

/**
 * The names of the kept files whose letter `speaks` recognises by its texts: addressee, subject and words. A
 * half-written file is one text as it stands. What cannot be read at all is left out and named in the log. Throws when
 * the folder is there and may not be read.
 */
export async function findKeptMails(
  speaks: (texts: string[], letter: KeptMail | null) => boolean,
): Promise<string[]> {
  const found: string[] = [];
  for (const file of await listMailFiles()) {
    const text = await fs.readFile(path.join(mailFolder(), file), "utf8").catch(() => null);
    if (text === null) log.warn({ event: "mail.unreadable", file });
    const letter = parseLetter(file, text ?? "");
    const whole = letter ? [letter.to, letter.subject, letter.text] : [text];
    const texts = whole.filter((one) => typeof one === "string");
    if (speaks(texts, letter)) found.push(file);
  }
  return found;
}

/** Removes kept files by their names; one that is gone already is fine. */
export async function removeKeptMails(files: readonly string[]): Promise<void> {
  for (const file of files)
    await fs.rm(path.join(mailFolder(), path.basename(file)), { force: true });
}

/** Whether kept mails may be read in the browser: in demo mode without an SMTP server. */
export function areMailsReadable(): boolean {
  return env().CLUB_DEMO === "1" && !env().SMTP_URL;
}
