import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeInterest, makeMember, makeOrganisation, makeProject, makeRoom } from "@/db/factories";
import { makeIntroduction } from "@/db/introduction-factory";
import { roomInvitations, roomPeople } from "@/db/schema/rooms";
import { listKnown, listOthersLanguages } from "./known.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

let lead: Member;
let partner: Member;
let roomId: string;
const people = new Map<string, Member>();

beforeAll(async () => {
  await transaction(async (tx) => {
    const join = async (familyName: string, values = {}, account = {}) => {
      const one = await makeMember(tx, { familyName, givenName: "A", ...values }, account);
      people.set(familyName, one);
      return one;
    };
    lead = await join("Lead");
    partner = await join("Partner", { originalLocale: "zh" });
    const project = await makeProject(tx, lead.memberId, { moderation: "published" });
    roomId = (await makeRoom(tx, project.id, [lead.memberId, partner.memberId])).id;

    const met = await join("Met");
    await makeIntroduction(tx, met.memberId, lead.memberId, "accepted");
    const asked = await join("Asked");
    await makeIntroduction(tx, lead.memberId, asked.memberId);
    const accepted = await join("Accepted");
    await makeInterest(tx, project.id, accepted.memberId, { state: "accepted" });
    const invited = await join("Invited");
    await makeIntroduction(tx, invited.memberId, lead.memberId, "accepted");
    const sent = { roomId, memberId: invited.memberId, role: "partner" as const };
    await tx.insert(roomInvitations).values({ ...sent, invitedBy: lead.memberId });
    const gone = await join("Suspended", {}, { status: "suspended" });
    await makeIntroduction(tx, gone.memberId, lead.memberId, "accepted");

    const colleague = await join("Colleague", { visibility: { organisation: "members" } });
    const hiding = await join("Hiding", { visibility: { organisation: "team" } });
    await makeOrganisation(tx, {}, [lead, colleague, hiding]);
    await join("Stranger");
    const left = await join("Left");
    await makeInterest(tx, project.id, left.memberId, { state: "in-talks" });
    const was = { roomId, memberId: left.memberId, role: "partner" as const };
    await tx.insert(roomPeople).values({ ...was, removedAt: new Date() });
  });
});

test("a lead chooses among accepted contacts and open colleagues who are not there or asked yet", async () => {
  const known = await listKnown(lead, roomId, "fr");
  const slugs = ["Accepted", "Colleague", "Left", "Met"].map((one) => people.get(one)?.memberSlug);
  expect(known.map(({ value }) => value)).toEqual(slugs);
  expect(known[0]?.label).toContain("Accepted");
});

test("nobody else is given the list", async () => {
  expect(await listKnown(partner, roomId, "fr")).toEqual([]);
  const met = people.get("Met");
  expect(met && (await listKnown(met, roomId, "fr"))).toEqual([]);
});

test("the others' languages are told to those who are there", async () => {
  expect(await listOthersLanguages(lead, roomId)).toEqual(["zh"]);
  const met = people.get("Met");
  expect(met && (await listOthersLanguages(met, roomId))).toEqual([]);
});
