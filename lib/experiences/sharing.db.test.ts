import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeExperience } from "@/db/experience-factory";
import { makeMember } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { entries } from "@/db/schema/entries";
import { experiences } from "@/db/schema/experiences";
import { memberContacts } from "@/db/schema/members";
import { proposeRevision, submitRevision } from "@/lib/entries/revisions.mutations";
import type { ExperienceContent } from "./experience";
import { settleExperience, shareExperience, submitExperience } from "./mutations";
import { EXPERIENCE_VERBS } from "./noun.queries";
import { getExperience } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

let owner: Member;
let other: Member;
let named: Member;

const mark = Array.from(crypto.randomUUID().slice(0, 6), (one) =>
  String.fromCharCode(97 + Number.parseInt(one, 16)),
).join("");
const Family = `Zor${mark}`;

beforeAll(() =>
  transaction(async (tx) => {
    owner = await makeMember(tx);
    other = await makeMember(tx);
    const names = { familyName: Family, givenName: "Mathilde", nameZh: "轩辕琉璃" };
    const called = ` mathilde ${Family.toLowerCase()} 轩辕琉璃 `;
    named = await makeMember(tx, { ...names, searchNames: called });
    await tx
      .insert(memberContacts)
      .values({ memberId: owner.memberId, wechat: "lyonsoieries" })
      .onConflictDoUpdate({ target: memberContacts.memberId, set: { wechat: "lyonsoieries" } });
  }),
);

afterAll(closeDatabase);

const content: Partial<ExperienceContent> & { originalLocale: "fr" } = {
  originalLocale: "fr",
  title: { fr: "Céder une filiale" },
  topics: ["exit"],
  cities: ["changzhou"],
  fromYear: 2023,
  story: { fr: "La vente a duré neuf mois." },
  advice: { fr: "- Préparer la sortie.\n- Garder le lien." },
  isTeased: true,
};

const share = (change: Partial<ExperienceContent> = {}, more: object = {}, by = owner) =>
  transaction((tx) =>
    shareExperience(tx, by, {
      content: { ...content, ...change },
      links: {},
      isHandedIn: true,
      agreed: false,
      ...more,
    }),
  );

async function read(slug: string) {
  const { id, moderation, teaser, ownerLevel, version } = entries;
  const { isTeased, topics, projectId, activityId, organisationId } = experiences;
  const [row] = await query((db) =>
    db
      .select({
        ...{ id, moderation, teaser, ownerLevel, version },
        ...{ isTeased, topics, projectId, activityId, organisationId },
      })
      .from(entries)
      .innerJoin(experiences, eq(experiences.id, id))
      .where(eq(entries.slug, slug)),
  );
  if (!row) throw new Error(`no ${slug}`);
  return row;
}

describe("the two-minute form", () => {
  test("hands in at once, and leaves both events", async () => {
    const { slug } = await share();
    expect(slug).toMatch(/^ceder-une-filiale/);
    const row = await read(slug);
    expect(row).toMatchObject({
      moderation: "submitted",
      teaser: { fr: "Préparer la sortie." },
      ownerLevel: "members",
    });
    expect(await eventsOn(row.id)).toEqual(["experience.drafted", "experience.submitted"]);
  });

  test("or keeps a draft, however little is written", async () => {
    const little = { topics: [], story: {}, advice: {}, isTeased: false };
    const { slug } = await share(little, { isHandedIn: false });
    expect(slug).toMatch(/^draft-/);
    expect(await read(slug)).toMatchObject({ moderation: "draft", teaser: {}, topics: [] });
  });

  test("is for members alone", async () => {
    const club = { ...owner, memberId: null } as unknown as Member;
    await expect(share({}, {}, club)).rejects.toThrow("notFound");
    await expect(share({}, {}, { ...owner, status: "lapsed" })).rejects.toThrow("notFound");
  });

  test.each([
    [{ topics: [] }, "notChosen", "topics"],
    [{ advice: {} }, "originalNeeded", "advice.fr"],
    [{ story: { en: "Nine months." } }, "originalNeeded", "story.fr"],
    [{ toYear: 2020 }, "endsBeforeStart", "toYear"],
    [{ advice: { fr: "Appelez le 04 78 00 11 22." } }, "tellsAuthor", "advice.fr"],
    [{ advice: { fr: "Écrivez à a.b@exemple.fr\nLe reste." } }, "tellsAuthor", "advice.fr"],
    [{ title: { fr: "Contact WeChat lyonsoieries" } }, "tellsAuthor", "title.fr"],
    [{ title: { fr: "加微信 soie_69lyon" } }, "tellsAuthor", "title.fr"],
  ])("refuses %j and keeps nothing", async (change, code, field) => {
    const before = await query((db) => db.$count(entries, eq(entries.ownerId, owner.memberId)));
    await expect(share(change)).rejects.toMatchObject({ code, field });
    const after = await query((db) => db.$count(entries, eq(entries.ownerId, owner.memberId)));
    expect(after).toBe(before);
  });

  test("a number is nobody's business but of what visitors read", async () => {
    const call = "Appelez le 04 78 00 11 22.";
    await share({ story: { fr: call } });
    await share({ advice: { fr: `Préparer la sortie.\n${call}` } });
    await share({ advice: { fr: call }, isTeased: false });
  });

  test.each([
    [{ story: { fr: `Merci à Mathilde ${Family}.` } }, `Mathilde ${Family}`],
    [{ advice: { fr: `Écouter ${Family.toUpperCase()} MATHILDE` } }, undefined],
    [{ story: { fr: "Neuf mois.", zh: "感谢轩辕琉璃女士。" } }, "轩辕琉璃"],
    [
      { story: { fr: "Six mois.", zh: `我们与Mathilde ${Family}一起参展。` } },
      `Mathilde ${Family}`,
    ],
  ])("warns of others who are named until they are said to agree: %j", async (change, found) => {
    const refused = { code: "namesPeople", field: "agreed", ...(found && { values: { found } }) };
    await expect(share(change)).rejects.toMatchObject(refused);
    await share(change, { agreed: true });
  });

  test("one's own name is no third person's, nor is half a name", async () => {
    await share({ story: { fr: `Mathilde seule, ${Family} aussi, 琉璃.` } });
    await share({ story: { fr: `Moi, Mathilde ${Family}.` } }, {}, named);
  });
});

const online = (change: object = {}) =>
  transaction((tx) => makeExperience(tx, owner.memberId, { moderation: "published", ...change }));

describe("who reads it", () => {
  const settle = (held: { id: string; version: number }, change: object = {}) =>
    transaction((tx) =>
      settleExperience(tx, owner, {
        id: held.id,
        version: held.version,
        ...{ isTeased: true, ownerLevel: "members", links: {} },
        ...change,
      }),
    );

  test("visitors nothing until its author says so, then title and first advice, never the author", async () => {
    const held = await online();
    expect(await getExperience(null, held.slug)).toBeNull();
    await settle(held);
    const seen = await getExperience(null, held.slug);
    expect(seen).toMatchObject({
      title: { fr: "Céder une filiale plutôt que la fermer" },
      teaser: { fr: "Faire auditer les sceaux une fois par an." },
      full: null,
      author: null,
    });
    expect(JSON.stringify(seen)).not.toContain("neuf mois");
    await settle({ ...held, version: 2 }, { isTeased: false });
    expect(await getExperience(null, held.slug)).toBeNull();
  });

  test("members all of it, and who wrote it where that is told", async () => {
    const held = await online({ context: { fr: "Quarante personnes." }, outcome: "mixed" });
    const seen = await getExperience(other, held.slug);
    expect(seen?.full).toMatchObject({ context: { fr: "Quarante personnes." }, outcome: "mixed" });
    expect(seen?.author?.slug).toBe(owner.memberSlug);
    await settle(held, { ownerLevel: "contacts" });
    const unnamed = await getExperience(other, held.slug);
    expect(unnamed?.author).toBeNull();
    expect(unnamed?.full).not.toBeNull();
  });

  test("its author, in any state and standing, the club team as members", async () => {
    const held = await transaction((tx) => makeExperience(tx, owner.memberId));
    expect(await getExperience(other, held.slug)).toBeNull();
    const suspended = { ...owner, status: "suspended" as const };
    expect((await getExperience(suspended, held.slug))?.isOwn).toBe(true);
    const pending = { ...other, status: "pending" as const };
    const open = await online();
    expect(await getExperience(pending, open.slug)).toBeNull();
    await settle(open);
    expect((await getExperience(pending, open.slug))?.full).toBeNull();
  });

  test("what tells whose it is is not opened", async () => {
    const held = await online({ advice: { fr: "Écrire à moi@exemple.fr" } });
    await expect(settle(held)).rejects.toMatchObject({ code: "tellsAuthor", field: "isTeased" });
    expect(await read(held.slug)).toMatchObject({ isTeased: false, teaser: {} });
  });

  test("nobody but its author says so, and not while the club team reads", async () => {
    const held = await online({ moderation: "submitted" });
    await expect(settle(held)).rejects.toThrow("moveNotAllowed");
    const by = { id: held.id, version: 1, isTeased: true, links: {} };
    const tried = transaction((tx) =>
      settleExperience(tx, other, { ...by, ownerLevel: "members" }),
    );
    await expect(tried).rejects.toThrow("notFound");
  });
});

describe("whom it names", () => {
  test("an edit asks the same", async () => {
    const { id } = await online();
    const { revisionId } = await transaction((tx) =>
      proposeRevision(tx, owner, EXPERIENCE_VERBS, {
        ...{ id, revisionId: null, version: 1 },
        content: { worked: { fr: `Grâce à Mathilde ${Family}` } },
      }),
    );
    const edit = { revisionId, version: 2 };
    await expect(
      transaction((tx) => submitRevision(tx, owner, EXPERIENCE_VERBS, edit)),
    ).rejects.toMatchObject({
      field: "agreed",
    });
    await transaction((tx) =>
      submitRevision(tx, owner, EXPERIENCE_VERBS, { ...edit, agreed: true }),
    );
  });

  test("a draft asks it when it is handed in", async () => {
    const draft = await transaction((tx) =>
      makeExperience(tx, owner.memberId, { failed: { fr: `Sans Mathilde ${Family}` } }),
    );
    const held = { id: draft.id, version: 1 };
    await expect(transaction((tx) => submitExperience(tx, owner, held))).rejects.toThrow(
      "namesPeople",
    );
    await transaction((tx) => submitExperience(tx, owner, { ...held, agreed: true }));
  });
});
