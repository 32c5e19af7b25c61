import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { mailsTo, toldTo } from "@/db/read-back";
import { auditEvents } from "@/db/schema/audit";
import { introductions } from "@/db/schema/introductions";
import { exportStatements } from "@/lib/accounts/personal-data";
import { addDays, today } from "@/lib/core/dates";
import { getAskedPerson } from "./asking.queries";
import { askIntroduction, setAsideIntroduction, withdrawIntroduction } from "./mutations";
import { introductionRefusal } from "./policy";
import { getIntroduction, listIntroductions } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Case = { asker: Member; asked: Member; id: string };

const words = "Nous cherchons quelqu’un qui connaît les douanes de Ningbo.";

let silent: Case;
let notNow: Case;

beforeAll(async () => {
  silent = await begin();
  notNow = await begin();
  await transaction((tx) => setAsideIntroduction(tx, notNow.asked, { introductionId: notNow.id }));
});

afterAll(closeDatabase);

async function begin(): Promise<Case> {
  const [asker, asked] = await transaction(async (tx) => [
    await makeMember(tx, { familyName: "Navette" }, { role: "administrator" }),
    await makeMember(tx, { familyName: "Quenelle" }),
  ]);
  if (!asker || !asked) throw new Error("nobody joined");
  const { introductionId: id } = await transaction((tx) =>
    askIntroduction(tx, asker, { memberId: asked.memberId, locale: "fr", words }, "fr"),
  );
  return { asker, asked, id };
}

/** Everything that the asker reads, without the keys and instants by which any two differ. */
async function seenByAsker({ asker, asked, id }: Case, day: string) {
  const person = await getAskedPerson(asker, { slug: asked.memberSlug });
  const exported: unknown[] = [];
  for (const [table, statement] of exportStatements(asker.accountId)) {
    if (!/introduction|notices|audit/.test(table)) continue;
    exported.push([table, (await query((db) => db.execute(statement))).map((row) => row)]);
  }
  const trail = await query((db) =>
    db.select({ name: auditEvents.name }).from(auditEvents).where(eq(auditEvents.subjectId, id)),
  );
  const all = {
    page: await getIntroduction(asker, id, day),
    list: await listIntroductions(asker, 1, day),
    between: person?.between,
    refusal: person && introductionRefusal(asker, person, day),
    told: await toldTo(asker),
    mails: await mailsTo(asker),
    trail,
    exported,
  };
  return JSON.stringify(all)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "key")
    .replace(/\d{4}-\d\d-\d\d[T ][\d:.]+(Z|\+00:00)?/g, "then")
    .replace(/"(id|seed)":\d+/g, "number");
}

describe("the asker cannot tell not now from silence", () => {
  test.each([
    ["on the first day", 0],
    ["on the last", 29],
  ])("%s", async (_when, days) => {
    const day = addDays(today(), days);
    const seen = await seenByAsker(notNow, day);
    expect(seen).toBe(await seenByAsker(silent, day));
    expect(seen).toContain('"state":"asked"');
    expect(seen).not.toContain("not-now");
  });

  test("once it has ended", async () => {
    const page = await getIntroduction(silent.asker, silent.id);
    const day = page?.endsOn ?? "";
    const seen = await seenByAsker(notNow, day);
    expect(seen).toBe(await seenByAsker(silent, day));
    expect(seen).toContain('"state":"ended"');
  });

  test("once it was taken back, which both let them do", async () => {
    for (const { asker, id } of [silent, notNow]) {
      await transaction((tx) => withdrawIntroduction(tx, asker, { introductionId: id }));
    }
    const day = today();
    expect(await seenByAsker(notNow, day)).toBe(await seenByAsker(silent, day));
    const rows = await query((db) =>
      db
        .select({ endsOn: introductions.endsOn })
        .from(introductions)
        .where(eq(introductions.id, notNow.id)),
    );
    expect(rows).toEqual([{ endsOn: day }]);
  });
});

test("whoever answered reads their answer, and finds it in their export", async () => {
  const { asked, id } = notNow;
  expect((await getIntroduction(asked, id))?.state).toBe("not-now");
  const statement = exportStatements(asked.accountId).find(
    ([table]) => table === "introduction_answers",
  )?.[1];
  if (!statement) throw new Error("no answers are exported");
  const rows = await query((db) => db.execute(statement));
  expect(JSON.stringify(rows)).toContain("not-now");
});
