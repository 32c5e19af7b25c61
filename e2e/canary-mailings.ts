import { makeAccount } from "@/db/factories";
import { makeMailing, makeRecipient } from "@/db/mailing-factory";
import { today } from "@/lib/core/dates";
import type { Ground, Owner, Reader } from "./canary-words";

const ADMINISTRATORS: Reader[] = ["administrator"];

/** What is written to members, before it is sent and to a kind of member that nobody is, and why a letter did not arrive. */
export async function plantMailings({ tx, sow, paths }: Ground, to: Owner): Promise<void> {
  const { accountId } = await makeAccount(tx, { role: "administrator", status: "left" });
  const categories = ["of-nobody"];
  const others = { categories, state: "sent", startedAt: new Date() } as const;
  for (const [name, values] of [
    ["draft", { categories }],
    ["sent", others],
    ["shown", { ...others, kind: "announcement", shownUntil: today() }],
  ] as const) {
    const text = (column: string) => ({
      fr: sow(`mailings.${column} (${name})`, null, ADMINISTRATORS),
    });
    const written = { subject: text("subject"), body: text("body") };
    const { id } = await makeMailing(tx, accountId, { ...written, ...values });
    paths.push(`/admin/mailings/${id}`, `/admin/mailings/${id}/send`, `/api/mailings/${id}/letter`);
    if (name !== "sent") continue;
    const code = sow("mailing_recipients.code", to.accountId, ADMINISTRATORS);
    await makeRecipient(tx, { mailingId: id, accountId: to.accountId, state: "refused", code });
  }
}
