import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeInterest, makeMember, makeOrganisation, makeProject } from "@/db/factories";
import { codeOf, eventsOn, mailsTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { interestMoves, interests } from "@/db/schema/interests";
import { sendInterest, withdrawInterest } from "./mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Values = NonNullable<Parameters<typeof makeProject>[2]>;

let owner: Member;
let passer: Member;

beforeAll(async () => {
  owner = await join({ familyName: "Quenelle", nameZh: "归" }, { locale: "zh" });
  passer = await join();
});

afterAll(closeDatabase);

function join(...values: Parameters<typeof makeMember> extends [unknown, ...infer R] ? R : never) {
  return transaction((tx) => makeMember(tx, ...values));
}

const online = (values: Values = {}, of = owner) =>
  transaction((tx) =>
    makeProject(tx, of.memberId, {
      moderation: "published",
      progress: "seeking-partners",
      publishedAt: new Date(),
      title: { fr: "Acheter ensemble", zh: "联合采购" },
      ...values,
    }),
  );

const text = "Nous achetons depuis dix ans à Ningbo et partagerions nos commandes. "
  .repeat(3)
  .trim();

const send = (who: Member, projectId: string, organisationId: string | null = null) =>
  transaction((tx) =>
    sendInterest(tx, who, {
      projectId,
      organisationId,
      locale: "fr",
      cooperation: text,
      unclear: text,
      about: text,
      isNamed: false,
    }),
  );

const interestsOf = ({ memberId }: Member) =>
  query((db) =>
    db.select({ id: interests.id }).from(interests).where(eq(interests.memberId, memberId)),
  );

describe("sending", () => {
  test("is kept with its first move and its event, and mailed to the owner without a name", async () => {
    const reader = await join({}, { locale: "zh" });
    const sender = await join({ familyName: "Navette" });
    const { id } = await online({}, reader);
    const { interestId } = await send(sender, id);
    expect(await eventsOn(interestId)).toEqual(["interest.sent"]);
    const moves = await query((db) =>
      db
        .select({ state: interestMoves.state, by: interestMoves.movedBy })
        .from(interestMoves)
        .where(eq(interestMoves.interestId, interestId)),
    );
    expect(moves).toEqual([{ state: "sent", by: sender.accountId }]);
    const [mail] = await mailsTo(reader);
    expect(mail).toMatchObject({
      kind: "interestReceived",
      locale: "zh",
      data: { title: "联合采购", words: text, to: `/interests/${interestId}` },
    });
    expect(JSON.stringify(mail?.data)).not.toContain("Navette");
    expect(await mailsTo(sender)).toEqual([]);
  });

  test.each<[string, Values]>([
    ["interestPaused", { progress: "paused" }],
    ["interestPaused", { progress: "on-hold" }],
    ["interestEnded", { progress: "completed" }],
    ["interestEnded", { progress: "dropped" }],
    ["interestExpired", { deadline: "2020-01-31" }],
    ["interestNotAccepted", { acceptingInterests: false }],
    ["interestProjectClosed", { moderation: "withdrawn" }],
    ["interestProjectClosed", { moderation: "archived" }],
    ["notFound", { moderation: "submitted", publishedAt: null }],
  ])("%s: %o", async (code, values) => {
    const { id } = await online(values);
    expect(await codeOf(send(passer, id))).toBe(code);
    expect(await interestsOf(passer)).toEqual([]);
  });

  test("not in one's own project or a colleague's, nor for somebody else's organisation", async () => {
    const [boss, colleague, neighbour] = await Promise.all([join(), join(), join()]);
    const sender = await join();
    const { id } = await online({}, boss);
    expect(await codeOf(send(boss, id))).toBe("interestOwnProject");
    const main = await transaction((tx) => makeOrganisation(tx, {}, [boss, colleague]));
    const side = await transaction(async (tx) => {
      const organisation = await makeOrganisation(tx, {}, [neighbour]);
      const place = { memberId: boss.memberId, organisationId: organisation.id, isMain: false };
      await tx.insert(affiliations).values(place);
      return organisation;
    });
    expect(await codeOf(send(colleague, id))).toBe("interestOwnOrganisation");
    // Shared, though not the owner's main organisation.
    expect(await codeOf(send(neighbour, id, side.id))).toBe("interestOwnOrganisation");
    expect(await codeOf(send(sender, id, main.id))).toBe("notYourOrganisation");
    expect(await codeOf(send(sender, id))).toBe("done");
  });

  test("not as a suspended member, nor to one, and not twice; after an end again", async () => {
    const [sender, gone] = await Promise.all([join(), join()]);
    const { id } = await online();
    const suspend = (who: Member) =>
      query((db) =>
        db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, who.accountId)),
      );
    const away = await online({}, gone);
    await suspend(gone);
    expect(await codeOf(send(sender, away.id))).toBe("interestProjectClosed");
    const { interestId } = await send(sender, id);
    expect(await codeOf(send(sender, id))).toBe("interestAlreadySent");
    const target = { interestId, version: 1, words: "" };
    await transaction((tx) => withdrawInterest(tx, sender, target));
    expect(await codeOf(send(sender, id))).toBe("done");
    // The session still says that they are active.
    await suspend(sender);
    const other = await online();
    expect(await codeOf(send(sender, other.id))).toBe("notActive");
  });
});

describe("many at once", () => {
  test("fifty at once: five stand", async () => {
    const sender = await join();
    const all = await Promise.all(Array.from({ length: 50 }, () => online()));
    const codes = await Promise.all(all.map(({ id }) => codeOf(send(sender, id))));
    expect(codes.filter((code) => code === "done")).toHaveLength(5);
    expect(codes.filter((code) => code === "interestFiveOpen")).toHaveLength(45);
    expect(await interestsOf(sender)).toHaveLength(5);
  });

  test("twenty a day, however often they are taken back; none beside an agreement", async () => {
    const sender = await join();
    const { id } = await online();
    const places = [
      id,
      id,
      id,
      ...(await Promise.all(Array.from({ length: 17 }, () => online()))).map((one) => one.id),
    ];
    for (const [count, place] of places.entries()) {
      if (count === 3) expect(await codeOf(send(sender, id))).toBe("interestsAProject");
      const { interestId } = await send(sender, place);
      const target = { interestId, version: 1, words: "" };
      await transaction((tx) => withdrawInterest(tx, sender, target));
    }
    expect(await codeOf(send(sender, (await online()).id))).toBe("interestsADay");
    const partner = await join();
    await transaction((tx) => makeInterest(tx, id, partner.memberId, { state: "agreement" }));
    expect(await codeOf(send(partner, id))).toBe("interestAlreadySent");
  });

  test("the same one twenty times at once: one stands", async () => {
    const sender = await join();
    const { id } = await online();
    const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(send(sender, id))));
    expect(codes.filter((code) => code === "done")).toHaveLength(1);
    expect(codes.filter((code) => code === "interestAlreadySent")).toHaveLength(19);
    expect(await interestsOf(sender)).toHaveLength(1);
  });
});
