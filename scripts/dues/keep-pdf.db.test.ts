import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeMember } from "@/db/factories";
import { duesPdfs } from "@/db/schema/dues";
import { today } from "@/lib/core/dates";
import { callForDues } from "@/lib/dues/mutations";
import { cancelDues } from "@/lib/dues/payments.mutations";
import { askForDuesPdf } from "@/lib/dues/pdf.mutations";
import { getDuesPdfState, readDuesPdf } from "@/lib/dues/pdf.queries";
import { keepDuesPdf } from "./keep-pdf";

// The worker draws, and setting a page takes a while.
workAsOwner(60_000);

afterAll(() => closeDatabase());

const viewer = (account = {}, member = {}) => transaction((tx) => makeMember(tx, member, account));

test("a PDF is asked for by its payer or an administrator, drawn once, and read by nobody else", async () => {
  const administrator = await viewer({ role: "administrator" });
  const payer = await viewer({ status: "lapsed", locale: "zh" }, { nameZh: "赵文琪" });
  const others = [await viewer(), await viewer({ role: "moderator" })];
  const { accountId } = payer;
  const asked = { accountId, covers: [accountId], year: Number(today().slice(0, 4)), amount: 100 };
  const { id: documentId } = await transaction((tx) =>
    callForDues(tx, administrator, { ...asked, address: "" }),
  );
  const ask = (who: typeof payer) =>
    transaction((tx) => askForDuesPdf(tx, who, { documentId })).then(
      () => getDuesPdfState(who, documentId),
      ({ code }) => code,
    );
  for (const other of others) expect(await ask(other)).toBe("notFound");
  expect(await ask(payer)).toBe("waiting");
  expect(await ask(administrator)).toBe("waiting");
  expect(await readDuesPdf(payer, documentId)).toBeNull();
  // Whatever draws it failed for good: it is not waited for, and asked for once more.
  await query((db) =>
    db
      .update(duesPdfs)
      .set({ createdAt: sql`now() - interval '61 minutes'` })
      .where(eq(duesPdfs.documentId, documentId)),
  );
  expect(await getDuesPdfState(payer, documentId)).toBe("none");
  expect(await ask(payer)).toBe("waiting");
  await keepDuesPdf({ documentId });
  const drawn = await readDuesPdf(payer, documentId);
  expect(drawn?.name).toMatch(/^call-\d{4}-\d{4,}\.pdf$/);
  expect(drawn?.content.subarray(0, 5).toString()).toBe("%PDF-");
  expect(await readDuesPdf(administrator, documentId)).toMatchObject({ name: drawn?.name });
  for (const other of others) {
    expect(await readDuesPdf(other, documentId)).toBeNull();
    expect(await getDuesPdfState(other, documentId)).toBe("none");
  }
  await transaction((tx) => cancelDues(tx, administrator, { documentId, words: "Doublon" }));
  expect(await getDuesPdfState(payer, documentId)).toBe("none");
}, 120_000);
