import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember, makeProject, makeRoom } from "@/db/factories";
import type { CheckedFile } from "@/lib/core/files/check-file";
import { postMessage } from "./discussion.mutations";
import { addDocument, removeDocument } from "./documents.mutations";
import { listDocuments } from "./documents.queries";
import { planMilestone } from "./milestones.mutations";
import { listRoomNews } from "./news.queries";
import { removeFromRoom } from "./people.mutations";
import { tellNews } from "./updates.mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

let lead: Member;
let partner: Member;
let stranger: Member;
let roomId: string;
let slug: string;

const before = new Date(Date.now() - 3_600_000);

beforeEach(async () => {
  await transaction(async (tx) => {
    lead = await makeMember(tx);
    partner = await makeMember(tx, {}, { locale: "zh" });
    stranger = await makeMember(tx, {}, { role: "administrator" });
    const project = await makeProject(tx, lead.memberId, { title: { fr: "Teintures" } });
    slug = project.slug;
    roomId = (await makeRoom(tx, project.id, [lead.memberId, partner.memberId])).id;
  });
});

const file: CheckedFile = {
  name: "plan.png",
  kind: "image",
  content: Buffer.from("content"),
  size: 7,
  hash: "0".repeat(64),
};

const write = (who: Member) =>
  transaction((tx) => postMessage(tx, who, { roomId, words: "样品已寄出。", mentions: [] }));

const bring = (who: Member) =>
  transaction((tx) => addDocument(tx, who, { roomId, title: "Plan", file }));

test("all that others did since is counted by kind, nothing of one's own", async () => {
  await write(lead);
  await write(lead);
  await bring(lead);
  await transaction((tx) =>
    planMilestone(tx, lead, {
      roomId,
      title: "Essais",
      startsOn: null,
      dueOn: "2030-01-01",
      locale: "fr",
    }),
  );
  await transaction((tx) =>
    tellNews(tx, lead, { roomId, locale: "fr", words: "Reçu.", isPublic: false }),
  );
  await write(partner);
  expect(await listRoomNews(partner, before)).toMatchObject([
    { slug, messages: 2, documents: 1, milestones: 1, updates: 1 },
  ]);
  const [own] = await listRoomNews(lead, before);
  expect(own).toMatchObject({ messages: 1, documents: 0, milestones: 0, updates: 0 });
  expect(own?.at).toBeInstanceOf(Date);
  expect(await listRoomNews(partner, new Date(Date.now() + 60_000))).toEqual([]);
});

test("a document that was taken away is no news; nor is there any for who is outside", async () => {
  await bring(lead);
  const [document] = await listDocuments(lead, roomId, "fr");
  await transaction((tx) => removeDocument(tx, lead, { documentId: document?.id ?? "" }));
  expect(await listRoomNews(partner, before)).toEqual([]);
  await write(lead);
  expect(await listRoomNews(stranger, before)).toEqual([]);
  expect(await listRoomNews({ ...partner, status: "suspended" }, before)).toEqual([]);
  await transaction((tx) => removeFromRoom(tx, lead, { roomId, memberId: partner.memberId }));
  expect(await listRoomNews(partner, before)).toEqual([]);
});

test("the room where something happened last comes first", async () => {
  const other = await transaction(async (tx) => {
    const project = await makeProject(tx, lead.memberId);
    const { id } = await makeRoom(tx, project.id, [lead.memberId, partner.memberId]);
    return { id, slug: project.slug };
  });
  await write(lead);
  await transaction((tx) =>
    postMessage(tx, lead, { roomId: other.id, words: "Bonjour.", mentions: [] }),
  );
  const slugs = async () => (await listRoomNews(partner, before)).map((room) => room.slug);
  expect(await slugs()).toEqual([other.slug, slug]);
  await write(lead);
  expect(await slugs()).toEqual([slug, other.slug]);
});
