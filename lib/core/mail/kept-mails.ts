import "server-only";
import fs from "node:fs/promises";
import path from "node:path";
import { env } from "../env";

export type KeptMail = {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  locale: "fr" | "en" | "zh";
  kind: string;
  at: string;
};

/** The mails that were kept as files because no SMTP server is set, newest first, at most 100. */
export async function listKeptMails(): Promise<KeptMail[]> {
  const folder = path.join(env().DATA_DIR, "mail");
  const files = await fs.readdir(folder).catch(() => []);
  const newest = files
    .filter((file) => file.endsWith(".json"))
    .sort()
    .reverse()
    .slice(0, 100);
  const texts = await Promise.all(
    newest.map((file) => fs.readFile(path.join(folder, file), "utf8")),
  );
  return texts.map((text, index) => ({ ...JSON.parse(text), id: newest[index] }) as KeptMail);
}

/** Removes the letters to an address that were kept as files; one that cannot be read is left alone. */
export async function removeKeptMails(address: string): Promise<void> {
  const folder = path.join(env().DATA_DIR, "mail");
  for (const file of await fs.readdir(folder).catch(() => [])) {
    const whole = path.join(folder, file);
    const text = await fs.readFile(whole, "utf8").catch(() => "");
    if (addressee(text) === address) await fs.rm(whole, { force: true });
  }
}

function addressee(text: string): string | null {
  try {
    return (JSON.parse(text) as { to: string }).to;
  } catch {
    return null;
  }
}

/** Whether kept mails may be read in the browser: in demo mode without an SMTP server. */
export function areMailsReadable(): boolean {
  return env().CLUB_DEMO === "1" && !env().SMTP_URL;
}
