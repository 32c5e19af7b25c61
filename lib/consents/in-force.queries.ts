import "server-only";
import type { Database, Transaction } from "@/db/client";
import { today } from "@/lib/core/dates";
import { env } from "@/lib/core/env";
import { getPageInForce, listPageVersions } from "@/lib/pages/in-force.queries";
import { clubCharter } from "./club-charter";
import {
  consentText,
  PORTAL_TEXTS,
  PORTAL_TEXTS_EVER,
  type TextsEver,
  type TextsInForce,
} from "./consent-texts";
import { isPurpose } from "./policy";
import { listOwnConsents } from "./queries";

/** The texts that are agreed to today, in Lyon: the charter is the club's own where one holds. */
export async function readTextsInForce(db?: Database | Transaction): Promise<TextsInForce> {
  const own = await getPageInForce("charter", today(), db);
  return own ? { ...PORTAL_TEXTS, charter: clubCharter(own) } : PORTAL_TEXTS;
}

/** Every version that somebody may have agreed to, and those that are agreed to today. */
export async function readTextsEver(): Promise<{ ever: TextsEver; inForce: TextsInForce }> {
  const own = await listPageVersions("charter");
  const charters = own.map(clubCharter);
  const now = own.findIndex(({ isOnline, effectiveOn }) => isOnline && effectiveOn <= today());
  const charter = charters[now] ?? PORTAL_TEXTS.charter;
  return {
    ever: { ...PORTAL_TEXTS_EVER, charter: [...charters, ...PORTAL_TEXTS_EVER.charter] },
    inForce: { ...PORTAL_TEXTS, charter },
  };
}

/** What a person has agreed to, each time in the words and the language that they read: for their export. */
export async function listTextsRead(person: { accountId: string }) {
  const [rows, { ever }] = await Promise.all([listOwnConsents(person), readTextsEver()]);
  return rows.flatMap(({ purpose, textVersion: version, locale: language }) => {
    const written = isPurpose(purpose) && ever[purpose].find((one) => one.version === version);
    if (!written) return [];
    const { label, paragraphs } = consentText(purpose, written, language, env().CLUB_CONTACT);
    return [{ purpose, version, language, label, text: paragraphs.join("\n") }];
  });
}
