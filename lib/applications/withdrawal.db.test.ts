import { and, eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeApplication } from "@/db/factories";
import { applications } from "@/db/schema/applications";
import { mails } from "@/db/schema/mail";
import { withdrawApplication } from "./mutations";

afterAll(closeDatabase);

type Values = Parameters<typeof makeApplication>[1];

const make = (values: Values) => transaction((tx) => makeApplication(tx, values));

const withdraw = ({ id, version }: { id: string; version: number }) =>
  transaction((tx) =>
    withdrawApplication(tx, { applicationId: id }, { applicationId: id, version }),
  );

async function read(id: string) {
  const { state, version, answers } = applications;
  const [row] = await query((db) =>
    db.select({ state, version, answers }).from(applications).where(eq(applications.id, id)),
  );
  if (!row) throw new Error("the application is gone");
  return row;
}

const mailsTo = (address: string) =>
  query((db) =>
    db
      .select({ kind: mails.kind, locale: mails.locale })
      .from(mails)
      .where(eq(mails.address, address)),
  );

describe("withdrawApplication", () => {
  test("of a draft keeps no answer and writes no mail", async () => {
    const made = await make({ state: "draft" });
    await withdraw(made);
    expect(await read(made.id)).toMatchObject({ state: "withdrawn", answers: {} });
    expect(await mailsTo(made.email)).toEqual([]);
  });

  test("of what was handed in keeps the answers to apply again, and says so by mail", async () => {
    const made = await make({ state: "submitted", locale: "zh" });
    await withdraw(made);
    expect(await read(made.id)).toMatchObject({
      state: "withdrawn",
      answers: { familyName: "Montclair" },
    });
    expect(await mailsTo(made.email)).toMatchObject([
      { kind: "applicationWithdrawn", locale: "zh" },
    ]);
  });

  test("while the team decides: one of the two stands", async () => {
    const made = await make({ state: "under-review" });
    const refuse = query((db) =>
      db
        .update(applications)
        .set({ state: "refused", version: 2 })
        .where(and(eq(applications.id, made.id), eq(applications.version, 1)))
        .returning({ id: applications.id }),
    );
    const [refused, withdrawn] = await Promise.allSettled([refuse, withdraw(made)]);
    const { state, version } = await read(made.id);
    const hasRefused = refused.status === "fulfilled" && refused.value.length === 1;
    expect(hasRefused).not.toBe(withdrawn.status === "fulfilled");
    expect(state).toBe(hasRefused ? "refused" : "withdrawn");
    expect(version).toBe(2);
  });
});

test("the database refuses every move the table does not list", async () => {
  const made = await make({ state: "refused" });
  const back = query((db) =>
    db.update(applications).set({ state: "draft" }).where(eq(applications.id, made.id)),
  );
  await expect(back).rejects.toThrow();
});
