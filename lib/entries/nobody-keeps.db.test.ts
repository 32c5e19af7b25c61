import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeEvent } from "@/db/event-factory";
import { makeMember, makeOrganisation } from "@/db/factories";
import { toldTo } from "@/db/read-back";
import { EVENT_VERBS } from "@/lib/events/noun.queries";
import { offerTranslations } from "./offers.mutations";
import { askQuestion } from "./questions/mutations";
import { getTranslationSheet } from "./translation-sheet.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

let chief: Member;
let moderator: Member;
let manager: Member;
let member: Member;
let hosts: Record<"kept" | "left", { id: string }>;

beforeAll(async () => {
  await transaction(async (tx) => {
    chief = await makeMember(tx, {}, { role: "administrator" });
    moderator = await makeMember(tx, {}, { role: "moderator" });
    manager = await makeMember(tx);
    member = await makeMember(tx, { familyName: "Zhao", givenName: "Wenqi" });
    hosts = { kept: await makeOrganisation(tx, {}, [manager]), left: await makeOrganisation(tx) };
  });
});

afterAll(closeDatabase);

const publish = (host: keyof typeof hosts) =>
  transaction((tx) =>
    makeEvent(tx, [hosts[host].id], { moderation: "published", publishedAt: new Date() }),
  );

/** Asks a question under an event and offers its title in another language. */
async function askAndOffer({ id, slug }: { id: string; slug: string }) {
  const asked = { slug, locale: "fr", question: "Le car part-il de Part-Dieu ?" } as const;
  await transaction((tx) => askQuestion(tx, member, EVENT_VERBS, asked));
  const sheet = await getTranslationSheet(member, EVENT_VERBS, slug, "zh", "fr");
  const fingerprint = sheet?.fingerprint ?? "none";
  const offered = { entryId: id, locale: "zh", fingerprint, words: { title: "里昂之夜" } } as const;
  await transaction((tx) => offerTranslations(tx, member, EVENT_VERBS, offered));
}

const heard = async (who: Member, slug: string) =>
  (await toldTo(who))
    .filter(({ data }) => data.to?.startsWith(`/events/${slug}`))
    .map(({ kind }) => kind)
    .sort();

test("of what nobody keeps, administrators hear what is asked and offered", async () => {
  const left = await publish("left");
  await askAndOffer(left);
  expect(await heard(chief, left.slug)).toEqual(["questionAsked", "translationOffered"]);
  expect([await heard(moderator, left.slug), await heard(manager, left.slug)]).toEqual([[], []]);
});

test("of what somebody keeps, they do", async () => {
  const kept = await publish("kept");
  await askAndOffer(kept);
  expect(await heard(manager, kept.slug)).toEqual(["questionAsked", "translationOffered"]);
  expect(await heard(chief, kept.slug)).toEqual([]);
});
