import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeApplication, makeMember, makeOrganisation } from "@/db/factories";
import { toldTo } from "@/db/read-back";
import { accountLinks, accounts } from "@/db/schema/accounts";
import { affiliationRequests, affiliations } from "@/db/schema/affiliations";
import { applications } from "@/db/schema/applications";
import { auditEvents } from "@/db/schema/audit";
import { consents } from "@/db/schema/consents";
import { mails } from "@/db/schema/mail";
import { memberContacts, members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { inviteColleague } from "@/lib/affiliations/invitations.mutations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { approveApplication } from "./mutations";

let staff: Viewer;

beforeAll(async () => {
  staff = await transaction((tx) => makeAccount(tx, { role: "moderator" }));
});

afterAll(() => closeDatabase());

const ANSWERS = {
  familyName: "Wang",
  givenName: "Wei",
  nameOrder: "family-first",
  nameZh: "王伟",
  jobTitle: { zh: "总经理" },
  phone: "+8613800138000",
  wechat: "wang_wei_2014",
  languages: ["zh"],
  organisationKind: "start-up",
  country: "cn",
  headOffice: "guangzhou",
  headcount: "10-49",
  sectors: ["machinery-metal"],
  pitch: { zh: "我们织造丝绸。" },
  activityKinds: ["sourcing"],
  activityStage: "operating",
  cities: ["guangzhou"],
  expectations: "寻找里昂的买家。",
  contribution: "可以接待代表团。",
  category: "chinese-partner",
};

let made = 0;

/** A Chinese application on the desk of the team, for an organisation of a name of its own. */
async function onDesk(answers: object = {}, values: object = {}) {
  const legalName = `锦织${"甲乙丙丁戊己庚辛壬癸"[made++ % 10]}${made}号有限公司`;
  const { id, email, version } = await transaction((tx) =>
    makeApplication(tx, {
      locale: "zh",
      state: "under-review",
      takenBy: staff.accountId,
      takenAt: new Date(),
      answers: { ...ANSWERS, legalName, ...answers },
      ...values,
    }),
  );
  return { applicationId: id, email, version, legalName };
}

type Desk = Awaited<ReturnType<typeof onDesk>>;

const approve = ({ applicationId, version }: Desk, organisation = "new", words = "") =>
  transaction((tx) =>
    approveApplication(tx, staff, { applicationId, version, organisation, words }),
  );

async function admitted(email: string) {
  const [row] = await query((db) =>
    db
      .select({
        accountId: accounts.id,
        locale: accounts.locale,
        status: accounts.status,
        role: accounts.role,
        memberId: members.id,
        slug: members.slug,
        needs: members.needs,
        offers: members.offers,
        category: members.category,
        joinedOn: members.joinedOn,
        searchNames: members.searchNames,
        searchMembers: members.searchMembers,
        contactEmail: memberContacts.email,
        phone: memberContacts.phone,
        wechat: memberContacts.wechat,
      })
      .from(accounts)
      .leftJoin(members, eq(members.accountId, accounts.id))
      .leftJoin(memberContacts, eq(memberContacts.memberId, members.id))
      .where(eq(accounts.email, email)),
  );
  return row;
}

const affiliationsOf = (memberId: string | null | undefined) =>
  query((db) =>
    db
      .select({
        organisationId: affiliations.organisationId,
        role: affiliations.role,
        isMain: affiliations.isMain,
      })
      .from(affiliations)
      .where(eq(affiliations.memberId, memberId ?? "")),
  );

describe("an approval", () => {
  test("makes account, member, contacts, organisation, consents and the first sign-in", async () => {
    const desk = await onDesk();
    await approve(desk, "new", "欢迎您！");
    const person = await admitted(desk.email);
    expect(person).toMatchObject({
      locale: "zh",
      status: "active",
      role: "member",
      needs: { zh: "寻找里昂的买家。" },
      offers: { zh: "可以接待代表团。" },
      category: "chinese-partner",
      contactEmail: desk.email,
      phone: "+8613800138000",
      wechat: "wang_wei_2014",
    });
    expect(person?.slug).toMatch(/^wang-wei(-\d+)?$/);
    expect(person?.joinedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(person?.searchNames).toContain(" wangwei ");
    expect(person?.searchMembers).toContain(desk.legalName.slice(0, 3));
    const [place] = await affiliationsOf(person?.memberId);
    expect(place).toMatchObject({ role: "manager", isMain: true });
    const [organisation] = await query((db) =>
      db
        .select({ name: organisations.name, visibility: organisations.visibility })
        .from(organisations)
        .where(eq(organisations.id, place?.organisationId ?? "")),
    );
    expect(organisation).toEqual({ name: { zh: desk.legalName }, visibility: "members" });
    const given = await query((db) =>
      db
        .select({ purpose: consents.purpose })
        .from(consents)
        .where(eq(consents.accountId, person?.accountId ?? "")),
    );
    expect(given.map(({ purpose }) => purpose).sort()).toEqual([
      "charter",
      "members-directory",
      "privacy-notice",
    ]);
  });

  test("ends the application, keeps the decision, and mails a link for seven days", async () => {
    const desk = await onDesk();
    await approve(desk, "new", "欢迎您！");
    const person = await admitted(desk.email);
    const [row] = await query((db) =>
      db
        .select({ state: applications.state, accountId: applications.accountId })
        .from(applications)
        .where(eq(applications.id, desk.applicationId)),
    );
    expect(row).toEqual({ state: "approved", accountId: person?.accountId });
    const [letter] = await query((db) =>
      db
        .select({ kind: mails.kind, data: mails.data, locale: mails.locale })
        .from(mails)
        .where(eq(mails.address, desk.email)),
    );
    expect(letter).toMatchObject({
      kind: "applicationApproved",
      locale: "zh",
      data: { name: "王伟", words: "欢迎您！" },
    });
    expect(letter?.data.to).toMatch(/^\/welcome\?token=.{43}$/);
    const [link] = await query((db) =>
      db
        .select({ expiresAt: accountLinks.expiresAt, purpose: accountLinks.purpose })
        .from(accountLinks)
        .where(eq(accountLinks.accountId, person?.accountId ?? "")),
    );
    expect(link?.purpose).toBe("first-sign-in");
    const days = ((link?.expiresAt.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(7);
    const events = await query((db) =>
      db
        .select({ name: auditEvents.name })
        .from(auditEvents)
        .where(inArray(auditEvents.subjectId, [desk.applicationId, person?.accountId ?? ""]))
        .orderBy(auditEvents.id),
    );
    expect(events.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["application.approved", "account.created", "consent.attached"]),
    );
  });
});

describe("who is admitted", () => {
  test("two people of one name get two addresses, also at once", async () => {
    const desks = await Promise.all([1, 2, 3].map(() => onDesk({ nameZh: "" })));
    await Promise.all(desks.map((desk) => approve(desk)));
    const slugs = await Promise.all(desks.map(async ({ email }) => (await admitted(email))?.slug));
    expect(new Set(slugs).size).toBe(3);
  });

  test("a founder without a number", async () => {
    const desk = await onDesk({ country: "fr", headOffice: "lyon-7" });
    await approve(desk);
    const person = await admitted(desk.email);
    expect(await affiliationsOf(person?.memberId)).toMatchObject([{ role: "manager" }]);
  });

  test.each([
    [{ website: "javascript:alert(1)" }, "Site internet"],
    [{ organisationKind: "sme", registrationId: "12" }, "Code de crédit social unifié"],
    [{ headcount: undefined, pitch: {} }, "Effectif, Présentation en quelques lignes"],
    [{ organisationKind: undefined }, "Type d’organisation"],
  ])("nobody with an organisation that its own form would refuse: %j", async (answers, fields) => {
    const { id: organisationId } = await transaction((tx) => makeOrganisation(tx));
    // Whoever joins one skips the pages that describe one.
    const desk = await onDesk(answers, { organisationId });
    for (const choice of ["new", "another"]) {
      await expect(approve(desk, choice)).rejects.toMatchObject({
        code: "organisationIncomplete",
        field: "organisation",
        values: { fields },
      });
    }
    expect(await admitted(desk.email)).toBeUndefined();
    await approve(desk, organisationId);
    expect(await admitted(desk.email)).toBeDefined();
  });

  test("somebody whose organisation is left for later", async () => {
    const desk = await onDesk();
    await approve(desk, "none");
    const person = await admitted(desk.email);
    expect(person?.memberId).toBeTruthy();
    expect(await affiliationsOf(person?.memberId)).toEqual([]);
  });
});

describe("joining an organisation of the club", () => {
  const withManager = () =>
    transaction(async (tx) => {
      const manager = await makeMember(tx);
      const { id } = await makeOrganisation(tx, {}, [manager]);
      return { manager, organisationId: id };
    });

  test("asks its manager", async () => {
    const { organisationId } = await withManager();
    const desk = await onDesk();
    await approve(desk, organisationId);
    const person = await admitted(desk.email);
    expect(await affiliationsOf(person?.memberId)).toEqual([]);
    const asked = await query((db) =>
      db
        .select({ state: affiliationRequests.state, kind: affiliationRequests.kind })
        .from(affiliationRequests)
        .where(eq(affiliationRequests.memberId, person?.memberId ?? "")),
    );
    expect(asked).toEqual([{ state: "open", kind: "join" }]);
  });

  test("is at once where nobody manages it", async () => {
    const { id } = await transaction((tx) => makeOrganisation(tx));
    const desk = await onDesk();
    await approve(desk, id);
    const person = await admitted(desk.email);
    expect(await affiliationsOf(person?.memberId)).toEqual([
      { organisationId: id, role: "person", isMain: true },
    ]);
    expect(person?.searchMembers).toContain(" atelier ");
  });

  test("is at once for whoever was invited, and closes the invitation", async () => {
    const { manager, organisationId } = await withManager();
    const desk = await onDesk({}, { organisationId });
    const invitation = { organisationId, email: desk.email, locale: "zh", role: "person" } as const;
    await transaction((tx) => inviteColleague(tx, manager, invitation));
    await approve(desk, organisationId);
    const person = await admitted(desk.email);
    expect(await affiliationsOf(person?.memberId)).toEqual([
      { organisationId, role: "person", isMain: true },
    ]);
    const told = (await toldTo(manager)).map(({ kind }) => kind);
    expect(told).toContain("invitationAccepted");
  });
});
