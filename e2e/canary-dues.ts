import { randomUUID } from "node:crypto";
import { duesDocuments } from "@/db/schema/dues";
import { readDuesSnapshot } from "@/db/stored";
import type { Ground, Owner, Reader } from "./canary-words";

const READERS: Reader[] = ["administrator"];

/** A call and its receipt, of which every word is its payer's and the administrators'. */
export async function plantDues({ tx, sow, paths }: Ground, payer: Owner): Promise<void> {
  const { accountId } = payer;
  const word = (name: string) => sow(`dues_documents.${name}`, accountId, READERS);
  const to = { name: word("name"), organisation: word("organisation"), address: word("address") };
  const snapshot = { ...readDuesSnapshot({}), to: { ...to, email: "" }, covers: [word("covers")] };
  const issued = {
    accountId,
    year: 2001,
    amountCents: 100,
    locale: "fr",
    issuedBy: accountId,
  } as const;
  const [callId, id] = [randomUUID(), randomUUID()];
  await tx.insert(duesDocuments).values({ ...issued, snapshot, id: callId, kind: "call" });
  await tx.insert(duesDocuments).values({
    ...{ ...issued, snapshot, id, callId, kind: "receipt", reference: word("reference") },
    ...{ paidOn: "2001-01-01", way: "transfer" },
  });
  for (const one of [callId, id]) {
    paths.push(`/account/dues/${one}`, `/admin/dues/${one}`, `/api/dues/${one}/pdf`);
  }
  paths.push("/account/dues", "/admin/dues?year=2001", `/admin/dues/call?member=${accountId}`);
}
