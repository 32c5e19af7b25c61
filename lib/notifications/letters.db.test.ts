import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeInterest, makeMember, makeOrganisation, makeProject, makeRoom } from "@/db/factories";
import { entries } from "@/db/schema/entries";
import { mails } from "@/db/schema/mail";
import { removePerson } from "@/lib/affiliations/people.mutations";
import * as factors from "@/lib/core/auth/required-factor";
import { sendMail } from "@/lib/core/mail/send-mail";
import { askQuestion, replyToQuestion } from "@/lib/entries/questions/mutations";
import { endInterests } from "@/lib/interests/ending.mutations";
import { acceptInterest } from "@/lib/interests/mutations";
import { endContact } from "@/lib/introductions/ending.mutations";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { removeFromRoom } from "@/lib/rooms/people.mutations";
import { isLetterStillTold } from "./letters.queries";
import { listNotices } from "./list.queries";

type Person = Awaited<ReturnType<typeof makeMember>>;

let owner: Person;
let reader: Person;
let project: Awaited<ReturnType<typeof makeProject>>;

beforeEach(async () => {
  await transaction(async (tx) => {
    [owner, reader] = [await makeMember(tx), await makeMember(tx)];
    const online = { moderation: "published", publishedAt: new Date() } as const;
    project = await makeProject(tx, owner.memberId, online);
  });
});

afterAll(closeDatabase);

const change = (values: Partial<typeof entries.$inferInsert>) =>
  query((db) => db.update(entries).set(values).where(eq(entries.id, project.id)));

const lettersTo = ({ accountId }: Person) =>
  query((db) =>
    db
      .select({ id: mails.id, kind: mails.kind, data: mails.data })
      .from(mails)
      .where(eq(mails.accountId, accountId)),
  );

/** The only letter to the reader, of that kind, and whether it may be sent as things are. */
async function onlyLetter(kind: string) {
  const [letter, ...others] = await lettersTo(reader);
  expect([letter?.kind, others]).toEqual([kind, []]);
  const mailId = letter?.id ?? "";
  return { mailId, data: letter?.data ?? {}, isTold: () => isLetterStillTold(mailId) };
}

const hidden = { hiddenAt: new Date() };
const offline = { moderation: "withdrawn" } as const;

test.each([
  ["taken down", hidden],
  ["withdrawn", offline],
])("what was %s before its letter left is told by none", async (_what, gone) => {
  const asked = { slug: project.slug, locale: "fr", question: "Combien de places ?" } as const;
  const { questionId } = await transaction((tx) => askQuestion(tx, reader, PROJECT_VERBS, asked));
  const answer = { questionId, version: 1, locale: "fr", answer: "Deux." } as const;
  await transaction((tx) => replyToQuestion(tx, owner, answer));
  const { mailId, isTold } = await onlyLetter("questionAnswered");
  expect(await isTold()).toBe(true);
  await change(gone);
  expect(await isTold()).toBe(false);
  await sendMail(mailId, { composers: {}, isStillTold: isLetterStillTold });
  expect(await lettersTo(reader)).toEqual([]);
  const [toOwner] = await lettersTo(owner);
  expect(await isLetterStillTold(toOwner?.id ?? "")).toBe(true);
});

test("what is out of its reader's sight as it is told is told all the same, and names no more than they may read", async () => {
  await transaction((tx) => makeInterest(tx, project.id, reader.memberId));
  await change({ ...hidden, ...offline });
  const over = { projectId: project.id, wasOnline: true };
  await transaction((tx) => endInterests(tx, owner, over));
  const { data, isTold } = await onlyLetter("interestProjectOver");
  expect(await isTold()).toBe(true);
  expect(data.title).toBe("Projet masqué par l’équipe du club");
  expect((await listNotices(reader)).rows.map(({ kind }) => kind)).toEqual(["interestProjectOver"]);
});

test("how somebody is reached is told by no letter once the contact has ended", async () => {
  const { id: interestId, version } = await transaction((tx) =>
    makeInterest(tx, project.id, reader.memberId),
  );
  await transaction((tx) => acceptInterest(tx, owner, { interestId, version }));
  const { isTold } = await onlyLetter("interestAccepted");
  expect(await isTold()).toBe(true);
  await transaction((tx) => endContact(tx, owner, { memberId: reader.memberId }));
  expect(await isTold()).toBe(false);
  expect((await listNotices(reader)).rows).toEqual([]);
});

test("whoever is taken out of a room whose project is offline, or of an organisation of its people alone, hears of it", async () => {
  const room = await transaction((tx) =>
    makeRoom(tx, project.id, [owner.memberId, reader.memberId]),
  );
  await change(offline);
  const place = { roomId: room.id, memberId: reader.memberId };
  await transaction((tx) => removeFromRoom(tx, owner, place));
  expect(await (await onlyLetter("roomRemoved")).isTold()).toBe(true);

  reader = await transaction((tx) => makeMember(tx));
  const closed = { visibility: "self" } as const;
  const { id } = await transaction((tx) => makeOrganisation(tx, closed, [owner, reader]));
  const person = { organisationId: id, memberId: reader.memberId };
  await transaction((tx) => removePerson(tx, owner, person));
  expect(await (await onlyLetter("personRemoved")).isTold()).toBe(true);
});

test("a letter that stands in no list is always sent", async () => {
  const code = { accountId: reader.accountId, address: "a@example.org", kind: "signInCode" };
  await query((db) => db.insert(mails).values({ ...code, locale: "fr", data: { code: "1" } }));
  expect(await (await onlyLetter("signInCode")).isTold()).toBe(true);
});

test("a letter to a moderator whose role sleeps is one to a member", async () => {
  reader = await transaction((tx) => makeMember(tx, {}, { role: "moderator" }));
  const asked = { slug: project.slug, locale: "fr", question: "Combien de places ?" } as const;
  const { questionId } = await transaction((tx) => askQuestion(tx, reader, PROJECT_VERBS, asked));
  const answer = { questionId, version: 1, locale: "fr", answer: "Deux." } as const;
  await transaction((tx) => replyToQuestion(tx, owner, answer));
  const { isTold } = await onlyLetter("questionAnswered");
  await change(hidden);
  expect(await isTold()).toBe(true);
  const club = vi.spyOn(factors, "isFactorRequired").mockReturnValue(true);
  expect(await isTold()).toBe(false);
  club.mockRestore();
});
