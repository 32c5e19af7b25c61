import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject, makeRoom } from "@/db/factories";
import { auditEvents } from "@/db/schema/audit";
import { roomDocumentVersions, roomPeople, rooms } from "@/db/schema/rooms";
import { listOwnFiles } from "@/lib/accounts/export.queries";
import { exportAccount } from "@/lib/accounts/queries";
import { addLink, removeDocument } from "./documents.mutations";
import { getDocumentVersion, listDocuments } from "./documents.queries";
import { MOST_LINKS } from "./room-limits";
import { addLinkInput } from "./schema";

type Member = Awaited<ReturnType<typeof makeMember>>;

let lead: Member;
let observer: Member;
let stranger: Member;
let roomId: string;
let slug: string;

afterAll(closeDatabase);

beforeEach(async () => {
  await transaction(async (tx) => {
    lead = await makeMember(tx);
    observer = await makeMember(tx);
    stranger = await makeMember(tx, {}, { role: "administrator" });
    const project = await makeProject(tx, lead.memberId, { moderation: "published" });
    slug = project.slug;
    roomId = (await makeRoom(tx, project.id, [lead.memberId])).id;
    const { memberId } = observer;
    await tx.insert(roomPeople).values({ roomId, memberId, role: "observer" });
  });
});

const ADDRESS = "https://docs.example.org/plan?a=1";

const add = (who: Member, address = ADDRESS) =>
  transaction((tx) => addLink(tx, who, { roomId, title: "Plan", address }));

describe("a link is a document", () => {
  test("that the room reads with its address, and no file is behind it", async () => {
    await add(lead);
    const [document] = await listDocuments(observer, roomId, "fr");
    expect(document).toMatchObject({
      title: "Plan",
      authorId: lead.accountId,
      versions: [{ name: ADDRESS, size: null, number: 1 }],
    });
    const id = document?.versions[0]?.id ?? "";
    expect(await getDocumentVersion(lead, slug, id)).toBeNull();
    expect(await listDocuments(stranger, roomId, "fr")).toEqual([]);
    const isIt = and(
      eq(auditEvents.subjectId, roomId),
      eq(auditEvents.name, "room.document-added"),
    );
    expect(await query((db) => db.$count(auditEvents, isIt))).toBe(1);
  });

  test("in its author's archive by its address, where there is no file to take", async () => {
    await add(lead);
    const { tables } = await exportAccount(lead);
    expect(tables.room_document_versions).toMatchObject([{ name: ADDRESS, file_id: null }]);
    expect(await listOwnFiles(lead)).toEqual([]);
  });

  test("taken away as any other", async () => {
    await add(lead);
    const [document] = await listDocuments(lead, roomId, "fr");
    await transaction((tx) => removeDocument(tx, lead, { documentId: document?.id ?? "" }));
    expect(await listDocuments(lead, roomId, "fr")).toEqual([]);
  });

  test("that outsiders, observers and a closed room do not take", async () => {
    await expect(add(stranger)).rejects.toMatchObject({ code: "notFound" });
    await expect(add(observer)).rejects.toMatchObject({ code: "roleReadsOnly" });
    await query((db) => db.update(rooms).set({ closedAt: new Date() }).where(eq(rooms.id, roomId)));
    await expect(add(lead)).rejects.toMatchObject({ code: "roomClosed" });
  });

  test("of which a room holds so many, however many come at once", async () => {
    await add(lead);
    const [first] = await listDocuments(lead, roomId, "fr");
    await query((db) =>
      db.execute(sql`insert into ${roomDocumentVersions} (document_id, number, name, author_id)
        select ${first?.id}::uuid, n, ${ADDRESS}, ${lead.accountId}::uuid
        from generate_series(2, ${MOST_LINKS - 1}::int) n`),
    );
    const sent = await Promise.allSettled([add(lead), add(lead)]);
    expect(sent.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(add(lead)).rejects.toMatchObject({ code: "tooManyLinks" });
  });

  test("and the database takes nothing else without a file", async () => {
    await expect(add(lead, "javascript:alert(1)")).rejects.toThrow();
  });
});

describe("an address", () => {
  const read = (address: string) => addLinkInput.safeParse({ roomId, title: "Plan", address });

  test.each([
    ["https://docs.example.org/plan", "https://docs.example.org/plan"],
    ["docs.example.org", "https://docs.example.org/"],
    ["//example.org", "https://example.org/"],
    ["HTTPS://例え.example/a b".replace(" ", "%20"), "https://xn--r8jz45g.example/a%20b"],
  ])("%s is taken", (typed, kept) => {
    expect(read(typed).data?.address).toBe(kept);
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt://example.org/%0aalert(1)",
    "data:text/html,a",
    "http://example.org",
    "ftp://example.org",
    "https://me:secret@example.org",
    "https://localhost",
    "https://example.org/a b",
    "C:\\plan.docx",
  ])("%s is not", (typed) => {
    expect(read(typed).error?.issues).toMatchObject([
      { path: ["address"], message: "linkNotSecure" },
    ]);
  });
});
