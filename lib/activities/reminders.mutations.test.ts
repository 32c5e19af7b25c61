import { and, eq } from "drizzle-orm";
import { afterAll, describe, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { MEMBERSHIP_STATUSES } from "@/db/enums";
import { makeActivity, makeMember } from "@/db/factories";
import { toldTo } from "@/db/read-back";
import { activities } from "@/db/schema/activities";
import { auditEvents } from "@/db/schema/audit";
import { log } from "@/lib/core/log";
import { queueMails } from "@/lib/core/mail/queue-mail";
import { renderMail } from "@/lib/core/mail/render-mail";
import { confirmActivity } from "./mutations";
import { remindOfActivities } from "./reminders.mutations";

vi.mock("@/db/client", async (original) => {
  const real = await original<typeof import("@/db/client")>();
  return { ...real, transaction: vi.fn(real.transaction) };
});
vi.mock("@/lib/core/mail/queue-mail", async (original) => {
  const real = await original<typeof import("@/lib/core/mail/queue-mail")>();
  return { ...real, queueMails: vi.fn(real.queueMails) };
});

type Member = Awaited<ReturnType<typeof makeMember>>;
type Values = NonNullable<Parameters<typeof makeActivity>[2]>;

afterAll(closeDatabase);

const join = (...values: Parameters<typeof makeMember> extends [unknown, ...infer R] ? R : never) =>
  transaction((tx) => makeMember(tx, ...values));

const make = ({ memberId }: Member, values: Values) =>
  transaction((tx) => makeActivity(tx, memberId, values));

const remindedAt = async (id: string) => {
  const [row] = await query((db) =>
    db.select({ at: activities.remindedAt }).from(activities).where(eq(activities.id, id)),
  );
  return row?.at ?? null;
};

describe("remindOfActivities", () => {
  test("tells once of all of a member's, in their language, run as often as it is", async () => {
    const member = await join({ nameZh: "林" }, { locale: "zh" });
    const first = await make(member, {
      title: { fr: "Thé", zh: "茶叶" },
      confirmedOn: "2025-03-10",
      since: 2001,
    });
    await make(member, { title: { fr: "Vin" }, confirmedOn: "2025-01-01", since: 2005 });
    const fresh = await make(member, { confirmedOn: "2025-03-11" });
    await remindOfActivities("2026-03-09");
    expect((await toldTo(member))[0]?.data?.list).toBe("– Vin");
    await remindOfActivities("2026-03-10");
    await remindOfActivities("2026-03-10");
    const sent = await toldTo(member);
    expect(sent).toHaveLength(2);
    expect(sent[1]).toMatchObject({ kind: "activitiesToConfirm", locale: "zh" });
    expect(sent[1]?.data).toMatchObject({ count: "1", list: "– 茶叶", to: "/activities?mine=1" });
    expect(await remindedAt(first.id)).not.toBeNull();
    expect(await remindedAt(fresh.id)).toBeNull();
  });

  test("lists several in one notice and leaves an event", async () => {
    const member = await join();
    await make(member, { title: { fr: "Thé" }, confirmedOn: "2024-02-29", since: 2001 });
    await make(member, { title: { fr: "Vin" }, confirmedOn: "2024-01-01", since: 2005 });
    await remindOfActivities("2025-03-01");
    const [mail, ...others] = await toldTo(member);
    expect(others).toEqual([]);
    expect(mail?.data).toMatchObject({ count: "2", list: "– Thé\n– Vin" });
    const { subject, text } = renderMail("activitiesToConfirm", "fr", mail?.data ?? {});
    expect(subject).toBe("2 activités à confirmer");
    expect(text).toContain("– Thé\n– Vin");
    const mine = and(
      eq(auditEvents.subjectId, member.accountId),
      eq(auditEvents.name, "activity.reminded"),
    );
    const events = await query((db) =>
      db
        .select({ actor: auditEvents.actorId, data: auditEvents.data })
        .from(auditEvents)
        .where(mine),
    );
    expect(events).toEqual([{ actor: null, data: { count: 2 } }]);
  });

  test("two workers at once tell once", async () => {
    const member = await join();
    await make(member, { confirmedOn: "2025-01-01" });
    const runs = Array.from({ length: 4 }, () => remindOfActivities("2026-02-01"));
    await Promise.all(runs);
    expect(await toldTo(member)).toHaveLength(1);
  });

  test("a confirmed activity is asked about again a year later", async () => {
    const member = await join();
    const { id } = await make(member, { confirmedOn: "2024-05-01" });
    await remindOfActivities("2025-05-01");
    await transaction((tx) => confirmActivity(tx, member, { activityId: id, version: 1 }));
    await remindOfActivities("2026-05-01");
    expect(await toldTo(member)).toHaveLength(1);
    await transaction((tx) =>
      tx.update(activities).set({ confirmedOn: "2025-05-01" }).where(eq(activities.id, id)),
    );
    await remindOfActivities("2026-05-01");
    expect(await toldTo(member)).toHaveLength(2);
  });
});

describe("whom a run leaves alone", () => {
  test("what is over is left alone", async () => {
    const member = await join();
    await make(member, { confirmedOn: "2024-01-01", since: 2001, until: 2003 });
    await make(member, { confirmedOn: "2024-01-01", stage: "exited", until: 2026 });
    await remindOfActivities("2026-05-01");
    expect(await toldTo(member)).toEqual([]);
  });

  test("whoever has nothing but what is over is not even looked at", async () => {
    const member = await join();
    // On days on which no other suite has anything to confirm.
    await make(member, { confirmedOn: "1991-01-01", since: 1990, until: 1991 });
    await make(member, { confirmedOn: "1991-01-01", since: 1990, stage: "exited" });
    vi.mocked(transaction).mockClear();
    expect((await remindOfActivities("1993-01-01")).asked).toBe(0);
    expect(transaction).not.toHaveBeenCalled();
    await make(member, { confirmedOn: "1991-01-01", since: 1990 });
    expect((await remindOfActivities("1993-01-01")).asked).toBe(1);
  });

  test("what goes wrong with one member keeps nothing from the others, and is logged", async () => {
    const all = [await join(), await join(), await join()];
    for (const one of all) await make(one, { confirmedOn: "1981-01-01", since: 1980 });
    const error = vi.spyOn(log, "error").mockReturnValue();
    // Whoever comes first.
    vi.mocked(queueMails).mockRejectedValueOnce(new Error("the mail cannot be made"));
    expect((await remindOfActivities("1983-01-01")).asked).toBe(2);
    expect(error).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        task: "remind-of-activities",
        reason: "the mail cannot be made",
      }),
    );
    error.mockRestore();
    expect((await remindOfActivities("1983-01-01")).asked).toBe(1);
    const sent = await Promise.all(all.map(toldTo));
    expect(sent.map(({ length }) => length)).toEqual([1, 1, 1]);
  });

  test.each(MEMBERSHIP_STATUSES.filter((status) => status !== "active"))(
    "a member who is %s gets nothing",
    async (status) => {
      const member = await join({}, { status });
      const { id } = await make(member, { confirmedOn: "2024-01-01" });
      await remindOfActivities("2026-05-01");
      expect(await toldTo(member)).toEqual([]);
      expect(await remindedAt(id)).toBeNull();
    },
  );
});
