import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { listPublishedProjects } from "@/lib/projects/listing.queries";
import { lockProject } from "@/lib/projects/locked.queries";
import { NO_FILTERS } from "@/lib/projects/project-filters";
import { getProject } from "@/lib/projects/queries";
import { findShown } from "@/lib/projects/shown.queries";
import { withdrawConsent } from "./mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;

/** A word that only this suite's projects have. */
const word = `zq${randomUUID().replace(/[^a-z]/g, "")}`;

let reader: Member;

beforeAll(async () => {
  reader = await transaction((tx) => makeMember(tx));
});

afterAll(closeDatabase);

/** A project online whose owner all members know, alone in its sector and city. */
async function makeOnline() {
  return transaction(async (tx) => {
    const field = { sectors: ["wood-forest"], cities: ["urumqi"], languages: ["fr", "de"] };
    const owner = await makeMember(tx, field);
    const project = await makeProject(tx, owner.memberId, {
      ...field,
      title: { fr: word },
      moderation: "published",
      publishedAt: new Date(),
      ownerLevel: "members",
    });
    const shown = await findShown(tx, await lockProject(tx, project.id));
    await tx.update(entries).set(shown).where(eq(entries.id, project.id));
    return { owner, slug: project.slug };
  });
}

async function isFound(slug: string, q: string): Promise<boolean> {
  const { cards } = await listPublishedProjects(reader, { ...NO_FILTERS, q });
  return cards.some((card) => card.slug === slug);
}

test("whoever leaves the directory is not found by the city of their project from then on", async () => {
  const { owner, slug } = await makeOnline();
  expect(await isFound(slug, `${word} Urumqi`)).toBe(true);
  const input = { purpose: "members-directory", locale: "fr" } as const;
  await transaction((tx) => withdrawConsent(tx, owner, input));
  expect(await isFound(slug, `${word} Urumqi`)).toBe(false);
  expect(await isFound(slug, word)).toBe(true);
});

test("nor is anything of somebody who is suspended", async () => {
  const { owner, slug } = await makeOnline();
  const { accountId } = owner;
  await query((db) =>
    db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, accountId)),
  );
  expect(await isFound(slug, `${word} Urumqi`)).toBe(false);
  expect(await isFound(slug, word)).toBe(false);
});

test("the languages of a project are those of its owner: shown only to whoever may know them", async () => {
  const { owner, slug } = await makeOnline();
  const languagesFor = async (viewer: Member | null) =>
    (await getProject(viewer, slug))?.teaser.languages;
  expect(await languagesFor(reader)).toEqual(["fr", "de"]);
  expect(await languagesFor(null)).toEqual([]);
  await query((db) =>
    db.update(entries).set({ ownerLevel: "contacts" }).where(eq(entries.slug, slug)),
  );
  expect(await languagesFor(reader)).toEqual([]);
  expect(await languagesFor(owner)).toEqual(["fr", "de"]);
});
