import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject, makeRoom } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import { entries } from "@/db/schema/entries";
import { roomPeople } from "@/db/schema/rooms";
import { changeRole, leaveRoom, removeFromRoom } from "./people.mutations";
import { takeBackNews, tellNews } from "./updates.mutations";
import { listPublicUpdates, listUpdates } from "./updates.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

let lead: Member;
let partner: Member;
let adviser: Member;
let stranger: Member;
let roomId: string;
let slug: string;

const member = (values: Parameters<typeof makeMember>[1] = {}) =>
  transaction((tx) => makeMember(tx, values));

beforeEach(async () => {
  [lead, partner, adviser, stranger] = await Promise.all([
    member({ familyName: "Verchamp", givenName: "Odile" }),
    member({ familyName: "Zhaolin", givenName: "Wenqi", nameZh: "赵林文琪" }),
    member(),
    member(),
  ]);
  await transaction(async (tx) => {
    const project = await makeProject(tx, lead.memberId, { moderation: "published" });
    slug = project.slug;
    roomId = (await makeRoom(tx, project.id, [lead.memberId, partner.memberId])).id;
    await tx.insert(roomPeople).values({ roomId, memberId: adviser.memberId, role: "adviser" });
  });
});

const tell = (who: Member, words: string, isPublic = false) =>
  transaction((tx) => tellNews(tx, who, { roomId, locale: "fr", words, isPublic }));

test("an update stays in the room unless it is public; nothing tells its author", async () => {
  await tell(lead, "Premiers échantillons reçus.");
  await tell(partner, "Première commande commune passée.", true);
  expect(await listUpdates(adviser, roomId, "fr")).toHaveLength(2);
  expect(await listUpdates(stranger, roomId, "fr")).toEqual([]);
  const shown = await listPublicUpdates(null, slug);
  expect(shown).toMatchObject([{ words: "Première commande commune passée." }]);
  expect(JSON.stringify(shown)).not.toMatch(/Zhaolin|Verchamp|赵|partner/);
  const events = await query((db) =>
    db
      .select({ name: auditEvents.name, data: auditEvents.data })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, roomId))
      .orderBy(auditEvents.id),
  );
  expect(events.map(({ data }) => data.isPublic)).toEqual([false, true]);
});

test("a public update that names somebody of the room is refused on its words; in the room it may", async () => {
  for (const words of ["Odile Verchamp a signé.", "已与赵林文琪签约。", "a@b.example.org"]) {
    await expect(tell(lead, words, true)).rejects.toMatchObject({
      code: "identifiesOwner",
      field: "words",
    });
  }
  await tell(lead, "Odile Verchamp a signé.");
  expect(await listPublicUpdates(null, slug)).toEqual([]);
});

test("a public update names no owner who has left the room", async () => {
  const { memberId } = partner;
  await transaction((tx) => changeRole(tx, lead, { roomId, memberId, role: "lead" }));
  await transaction((tx) => leaveRoom(tx, lead, { roomId }));
  const named = tell(partner, "Odile Verchamp a signé.", true);
  await expect(named).rejects.toMatchObject({ code: "identifiesOwner", field: "words" });
  await tell(partner, "Le contrat est signé.", true);
  expect(await listPublicUpdates(null, slug)).toHaveLength(1);
});

test("what is no longer published shows no update", async () => {
  await tell(lead, "Les essais avancent.", true);
  await query((db) =>
    db.update(entries).set({ moderation: "withdrawn" }).where(eq(entries.slug, slug)),
  );
  expect(await listPublicUpdates(null, slug)).toEqual([]);
});

test("what a suspended member told in public is hidden", async () => {
  await tell(partner, "Les essais avancent.", true);
  expect(await listPublicUpdates(null, slug)).toHaveLength(1);
  await query((db) =>
    db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, partner.accountId)),
  );
  expect(await listPublicUpdates(null, slug)).toEqual([]);
});

test("advisers do not tell; one takes back one's own, a lead anybody's; a removed partner nothing", async () => {
  await expect(tell(adviser, "Bravo.")).rejects.toMatchObject({ code: "roleReadsOnly" });
  await expect(tell(stranger, "Bravo.")).rejects.toMatchObject({ code: "notFound" });
  await tell(lead, "Un.");
  await tell(partner, "Deux.");
  await tell(partner, "Trois.");
  const [third, second, first] = await listUpdates(lead, roomId, "fr");
  const takeBack = (who: Member, update: typeof first) =>
    transaction((tx) => takeBackNews(tx, who, { updateId: update?.id ?? "" }));
  await expect(takeBack(partner, first)).rejects.toMatchObject({ code: "roleReadsOnly" });
  await takeBack(partner, second);
  await expect(takeBack(partner, second)).rejects.toMatchObject({ code: "notFound" });
  await transaction((tx) => removeFromRoom(tx, lead, { roomId, memberId: partner.memberId }));
  await expect(takeBack(partner, third)).rejects.toMatchObject({ code: "notFound" });
  await takeBack(lead, third);
  expect((await listUpdates(lead, roomId, "fr")).map(({ words }) => words)).toEqual(["Un."]);
});
