import { and, eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeExperience } from "@/db/experience-factory";
import { makeMember } from "@/db/factories";
import { toldTo } from "@/db/read-back";
import { auditEvents } from "@/db/schema/audit";
import { experiences } from "@/db/schema/experiences";
import { renderMail } from "@/lib/core/mail/render-mail";
import { remindOfExperiences } from "./confirm-reminders.mutations";

afterAll(closeDatabase);

type Member = Awaited<ReturnType<typeof makeMember>>;
type Made = Parameters<typeof makeExperience>[2];

const join = (account: Parameters<typeof makeMember>[2] = {}) =>
  transaction((tx) => makeMember(tx, {}, account));

const at = (day: string) => new Date(`${day}T12:00:00Z`);

const make = (member: Member, day: string, values: Made = {}) =>
  transaction((tx) =>
    makeExperience(tx, member.memberId, {
      ...{ moderation: "published", confirmedAt: at(day) },
      ...values,
    }),
  );

describe("a year after it was confirmed", () => {
  test("its author is asked once, in one letter in their language that opens it", async () => {
    const member = await join({ locale: "zh" });
    const { slug } = await make(member, "2025-03-10", { title: { fr: "Céder", zh: "转让" } });
    await make(member, "2025-03-11");
    await remindOfExperiences("2026-03-09");
    expect(await toldTo(member)).toEqual([]);
    await remindOfExperiences("2026-03-10");
    await remindOfExperiences("2026-03-10");
    const [mail, ...others] = await toldTo(member);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ kind: "experiencesToConfirm", locale: "zh" });
    expect(mail?.data).toMatchObject({ count: "1", list: "– 转让", to: `/experiences/${slug}` });
  });

  test("of several in one letter, which leaves an event", async () => {
    const member = await join();
    for (const title of ["Céder", "Recruter"]) {
      await make(member, "2024-02-29", { title: { fr: title } });
    }
    await remindOfExperiences("2025-03-01");
    const [mail, ...others] = await toldTo(member);
    expect(others).toEqual([]);
    expect(mail?.data).toMatchObject({ count: "2", to: "/experiences" });
    const { subject, text } = renderMail("experiencesToConfirm", "fr", mail?.data ?? {});
    expect(subject).toBe("2 retours d’expérience à confirmer");
    expect(text).toContain("– Recruter");
    const mine = and(
      eq(auditEvents.subjectId, member.accountId),
      eq(auditEvents.name, "experience.reminded"),
    );
    const { actorId: actor, data } = auditEvents;
    const events = await query((db) => db.select({ actor, data }).from(auditEvents).where(mine));
    expect(events).toEqual([{ actor: null, data: { count: 2 } }]);
  });

  test("two workers at once ask once", async () => {
    const member = await join();
    await make(member, "2025-01-01");
    await Promise.all(Array.from({ length: 4 }, () => remindOfExperiences("2026-02-01")));
    expect(await toldTo(member)).toHaveLength(1);
  });

  test("not again before a year has passed, and not once it was confirmed", async () => {
    const member = await join();
    const { id } = await make(member, "2024-05-01");
    const asked = async (day: string) => {
      await remindOfExperiences(day);
      return (await toldTo(member)).length;
    };
    expect(await asked("2025-05-01")).toBe(1);
    expect(await asked("2026-04-30")).toBe(1);
    expect(await asked("2026-05-01")).toBe(2);
    const confirmedAt = at("2026-06-01");
    await query((db) => db.update(experiences).set({ confirmedAt }).where(eq(experiences.id, id)));
    expect(await asked("2027-05-02")).toBe(2);
    expect(await asked("2027-06-01")).toBe(3);
  });
});

describe("who is left alone", () => {
  test.each<[string, Made]>([
    ["a draft", { moderation: "draft" }],
    ["one that was withdrawn", { moderation: "withdrawn" }],
    ["one that was taken down", { hiddenAt: new Date() }],
  ])("the author of %s", async (_what, values) => {
    const member = await join();
    await make(member, "2024-01-01", values);
    await remindOfExperiences("2026-05-01");
    expect(await toldTo(member)).toEqual([]);
  });

  test.each(["pending", "suspended", "lapsed", "left"] as const)("a %s author", async (status) => {
    const member = await join({ status });
    await make(member, "2024-01-01");
    await remindOfExperiences("2026-05-01");
    expect(await toldTo(member)).toEqual([]);
  });
});
