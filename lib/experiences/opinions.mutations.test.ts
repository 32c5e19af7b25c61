import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { beside, closeDatabase, query, transaction } from "@/db/client";
import { makeExperience } from "@/db/experience-factory";
import { makeMember, makeOrganisation } from "@/db/factories";
import { eventsOn, mailsTo, toldTo } from "@/db/read-back";
import { affiliations } from "@/db/schema/affiliations";
import { consents } from "@/db/schema/consents";
import { entries } from "@/db/schema/entries";
import { notices } from "@/db/schema/notices";
import { experienceOpinions } from "@/db/schema/opinions";
import { renderMail } from "@/lib/core/mail/render-mail";
import { giveOpinion, withdrawOpinion } from "./opinions.mutations";
import { getOpinions } from "./opinions.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Made = Partial<Parameters<typeof makeExperience>[2]>;

let author: Member;
let reader: Member;
let moderator: Member;

beforeAll(() =>
  transaction(async (tx) => {
    author = await makeMember(tx, { familyName: "Montclair" }, { locale: "en" });
    reader = await makeMember(tx, { familyName: "Zhao", givenName: "Wenqi" });
    moderator = await makeMember(tx, {}, { role: "moderator" });
  }),
);

afterAll(closeDatabase);

const join = (values: Parameters<typeof makeMember>[1] = {}, account = {}) =>
  transaction((tx) => makeMember(tx, values, account));

const make = (values: Made = {}) =>
  transaction((tx) =>
    makeExperience(tx, author.memberId, {
      moderation: "published",
      ownerLevel: "members",
      ...values,
    }),
  );

/** Both belong to one organisation more. */
const bringTogether = (...people: Member[]) =>
  transaction(async (tx) => {
    const { id: organisationId } = await makeOrganisation(tx);
    await tx
      .insert(affiliations)
      .values(people.map(({ memberId }) => ({ memberId, organisationId, isMain: false })));
  });

const words = "Nous avons fait la même expérience à Ningbo.";

const endorse = (experienceId: string, viewer = reader) =>
  transaction((tx) => giveOpinion(tx, viewer, { experienceId, locale: "fr", words }));

const contradict = (experienceId: string, sinceYear = 2026, viewer = reader) =>
  transaction((tx) =>
    giveOpinion(tx, viewer, {
      experienceId,
      locale: "zh",
      words: "规定已改。",
      sinceYear,
    }),
  );

const withdraw = (opinionId: string, viewer = reader) =>
  transaction((tx) => withdrawOpinion(tx, viewer, { opinionId }));

const list = async (experienceId: string, viewer: Member | null = author) =>
  (await getOpinions(viewer, experienceId))?.opinions ?? [];

const idOf = async (experienceId: string, viewer = reader) => {
  const own = (await list(experienceId, viewer)).find(({ isOwn }) => isOwn);
  if (!own) throw new Error("nothing was said");
  return own.id;
};

describe("an endorsement", () => {
  test("stands with a name and its language, leaves its event and is told without its words", async () => {
    const { id, slug } = await make();
    await endorse(id);
    const [said, ...others] = await list(id);
    expect(others).toEqual([]);
    expect(said).toMatchObject({ stance: "endorsed", locale: "fr", words, sinceYear: null });
    expect(said?.by).toMatchObject({ familyName: "Zhao", slug: reader.memberSlug });
    expect(await eventsOn(id)).toEqual(["experience.endorsed"]);
    const read = (await toldTo(author)).at(-1);
    expect(read).toMatchObject({ kind: "experienceEndorsed", locale: "en" });
    expect(read?.data).toMatchObject({
      ...{ person: "Wenqi Zhao", to: `/experiences/${slug}#opinions` },
    });
    const { data } = notices;
    const told = await query((db) =>
      db.select({ data }).from(notices).where(eq(notices.subjectId, id)),
    );
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain("Ningbo");
  });

  test("is taken back as easily, and may then be given again", async () => {
    const { id } = await make();
    await endorse(id);
    const opinionId = await idOf(id);
    await expect(withdraw(opinionId, author)).rejects.toThrow("notFound");
    await withdraw(opinionId);
    expect(await list(id)).toEqual([]);
    await expect(withdraw(opinionId)).rejects.toThrow("notFound");
    await contradict(id);
    expect(await eventsOn(id)).toEqual([
      "experience.endorsed",
      "experience.opinion-withdrawn",
      "experience.contradicted",
    ]);
  });

  test("is given once: neither twice, nor beside a contradiction, nor twice at once", async () => {
    const { id } = await make();
    await endorse(id);
    await expect(endorse(id)).rejects.toThrow("opinionGiven");
    await expect(contradict(id)).rejects.toThrow("opinionGiven");
    const other = await join();
    const tries = await Promise.allSettled(Array.from({ length: 4 }, () => endorse(id, other)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = tries.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(refused).toEqual(["opinionGiven", "opinionGiven", "opinionGiven"]);
    expect(await list(id)).toHaveLength(2);
  });

  test("is no more than so many a day", async () => {
    const busy = await join();
    const ids = await Promise.all(Array.from({ length: 21 }, () => make()));
    for (const { id } of ids.slice(0, 20)) await endorse(id, busy);
    await expect(endorse(ids[20]?.id ?? "", busy)).rejects.toThrow("tooManyRequests");
  });
});

describe("a contradiction", () => {
  test("says since when, in its language, and invites the author to confirm or change", async () => {
    const { id } = await make();
    await contradict(id, 2025);
    expect(await list(id)).toMatchObject([
      { stance: "contradicted", sinceYear: 2025, locale: "zh", words: "规定已改。" },
    ]);
    const mail = (await mailsTo(author)).at(-1);
    const { subject, text } = renderMail("experienceContradicted", "en", mail?.data ?? {});
    expect(subject).toMatch(/^No longer true since 2025\?/);
    expect(text).toContain("confirm it in one click");
    expect(text).toContain("> 规定已改。");
  });

  test("is not of a year before what happened", async () => {
    const { id } = await make({ fromYear: 2023 });
    await expect(contradict(id, 2022)).rejects.toMatchObject({
      ...{ code: "opinionTooEarly", field: "sinceYear", values: { year: "2023" } },
    });
    await contradict(id, 2023);
  });

  test("bears a year in the database, and an endorsement none", async () => {
    const { id: entryId } = await make();
    const said = { entryId, memberId: reader.memberId, locale: "fr", words } as const;
    const insert = (values: { stance: "endorsed" | "contradicted"; sinceYear?: number }) =>
      query((db) => db.insert(experienceOpinions).values({ ...said, ...values }));
    await expect(insert({ stance: "contradicted" })).rejects.toThrow();
    await expect(insert({ stance: "endorsed", sinceYear: 2020 })).rejects.toThrow();
  });
});

describe("who may speak", () => {
  test("not the author, nor anybody who shares an organisation with them", async () => {
    const { id } = await make();
    await expect(endorse(id, author)).rejects.toThrow("opinionOwn");
    await expect(contradict(id, 2026, author)).rejects.toThrow("opinionOwn");
    const colleague = await join();
    await endorse(id, colleague);
    await withdraw(await idOf(id, colleague), colleague);
    await bringTogether(author, colleague);
    await expect(endorse(id, colleague)).rejects.toThrow("opinionColleague");
    await expect(contradict(id, 2026, colleague)).rejects.toThrow("opinionColleague");
  });

  test.each(["pending", "suspended", "lapsed", "left"] as const)(
    "not a %s member",
    async (status) => {
      const { id } = await make();
      await expect(endorse(id, await join({}, { status }))).rejects.toThrow("notFound");
    },
  );

  test("not who does not stand in the directory", async () => {
    const { id } = await make();
    const away = await join();
    await query((db) =>
      db
        .update(consents)
        .set({ withdrawnAt: sql`now()` })
        .where(eq(consents.accountId, away.accountId)),
    );
    await expect(endorse(id, away)).rejects.toThrow("opinionUnlisted");
    const hidden = await join({ hiddenAt: new Date() });
    await expect(endorse(id, hidden)).rejects.toThrow("opinionUnlisted");
  });

  test("nobody of an author who is not named: no refusal tells whom they work with", async () => {
    const { id } = await make({ ownerLevel: "contacts" });
    await expect(endorse(id)).rejects.toThrow("opinionUnsigned");
    const colleague = await join();
    await bringTogether(author, colleague);
    await expect(endorse(id, colleague)).rejects.toThrow("opinionUnsigned");
  });
});

describe("of what", () => {
  test.each([
    "draft",
    "submitted",
    "changes-requested",
    "refused",
    "withdrawn",
    "archived",
  ] as const)("not of what is %s", async (moderation) => {
    const { id } = await make({ moderation });
    await expect(endorse(id)).rejects.toThrow("notFound");
    await expect(endorse(id, author)).rejects.toThrow("notFound");
  });

  test("not of what was taken down, nor of an author who is not active, nor of a project", async () => {
    const hidden = await make({ hiddenAt: new Date() });
    await expect(endorse(hidden.id)).rejects.toThrow("notFound");
    await expect(endorse(hidden.id, moderator)).rejects.toThrow("notFound");
    const gone = await join({}, { status: "suspended" });
    const { id } = await transaction((tx) =>
      makeExperience(tx, gone.memberId, { moderation: "published", ownerLevel: "members" }),
    );
    await expect(endorse(id)).rejects.toThrow("notFound");
    await expect(endorse(crypto.randomUUID())).rejects.toThrow("notFound");
  });

  test("a take-down that comes first closes the way", async () => {
    const { id } = await make();
    let said: Promise<unknown> = Promise.resolve();
    await transaction(async (tx) => {
      await tx.update(entries).set({ hiddenAt: sql`now()` }).where(eq(entries.id, id));
      said = beside(() => endorse(id)).catch((error) => error);
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect(await said).toMatchObject({ code: "notFound" });
  });
});
