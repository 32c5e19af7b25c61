import { and, eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { divisionOfCity, groupOfSector, type Said } from "@/lib/directory/crowd";
import { getInterest } from "@/lib/interests/queries";
import { getProject } from "@/lib/projects/queries";
import { isProject, ownerColumn } from "@/lib/projects/sight.queries";
import type { Person, Unnamed } from "./crowd-report";

/** What is said and every wider term it implies: the group of a sector, the division of a city. */
export const withWider = ({ sectors, places }: Said) => [
  ...sectors,
  ...sectors.flatMap((slug) => groupOfSector(slug) ?? []),
  ...places,
  ...places.flatMap((slug) => divisionOfCity(slug) ?? []),
];

/** What a finding is about: a project, and to whom it was shown. */
export const aboutProject = (slug: string, viewer: Viewer | null) =>
  `${slug} to ${viewer ? "a member" : "a visitor"}`;

/** Everybody whom the directory shows to a member, as it shows them. */
export async function readClub(): Promise<Person[]> {
  const rows = await query((db) =>
    db
      .select({
        accountId: accounts.id,
        memberId: members.id,
        memberSlug: members.slug,
        role: accounts.role,
        status: accounts.status,
        locale: accounts.locale,
        sectors: members.sectors,
        cities: members.cities,
        visibility: members.visibility,
      })
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        sql`${accounts.status} in ('active', 'lapsed') and exists (select 1 from consents c
          where c.account_id = ${accounts.id} and c.purpose = 'members-directory' and c.withdrawn_at is null)`,
      )
      .orderBy(members.slug),
  );
  return rows.map(({ sectors, cities, visibility, ...account }) => {
    const isShown = (field: string) =>
      ["public", "members"].includes(visibility[field] ?? "members");
    return {
      viewer: { ...account, role: "member", theme: "system", sessionId: "session", name: "" },
      field: {
        sectors: isShown("sectors") ? sectors : [],
        cities: isShown("cities") ? cities : [],
      },
    };
  });
}

/** What visitors, and a member who is no accepted contact, read of each project whose owner is not named to them. */
export async function readUnnamedOwners(club: Person[]): Promise<Unnamed[]> {
  const rows = await query((db) =>
    db
      .select({
        slug: entries.slug,
        ownerId: ownerColumn,
        sectors: entries.sectors,
        cities: entries.cities,
      })
      .from(entries)
      .where(and(isProject, eq(entries.moderation, "published"))),
  );
  const found: Unnamed[] = [];
  for (const { slug, ownerId, ...chosen } of rows) {
    for (const viewer of [null, await readerOf(club, slug, ownerId)]) {
      const page = await getProject(viewer, slug);
      if (!page) throw new Error(`${slug} is out of sight`);
      if (page.owner?.member) continue;
      const said = { sectors: page.teaser.sectors, places: page.teaser.cities };
      expect(JSON.stringify(page)).not.toMatch(/"(owner|organisation)(Kind|IsInLyon|Name)"/);
      found.push({ about: aboutProject(slug, viewer), chosen, said });
    }
  }
  return found;
}

/** A member who is not the owner and has had nothing accepted by them. */
async function readerOf(club: Person[], slug: string, ownerId: string): Promise<Viewer> {
  for (const { viewer } of club) {
    if (viewer.memberId === ownerId) continue;
    const page = await getProject(viewer, slug);
    if (page && !page.isContact) return viewer;
  }
  throw new Error(`everybody knows who proposes ${slug}`);
}

/** What its project's owner reads of each interest whose sender is not named to them. */
export async function readUnnamedSenders(club: Person[]): Promise<Unnamed[]> {
  const rows = await query((db) =>
    db
      .select({
        id: interests.id,
        ownerId: ownerColumn,
        sectors: members.sectors,
        cities: members.cities,
      })
      .from(interests)
      .innerJoin(entries, eq(entries.id, interests.projectId))
      .innerJoin(members, eq(members.id, interests.memberId)),
  );
  const found: Unnamed[] = [];
  for (const { id, ownerId, ...chosen } of rows) {
    const owner = club.find(({ viewer }) => viewer.memberId === ownerId)?.viewer;
    const page = owner ? await getInterest(owner, id) : null;
    if (!page || page.familyName !== null) continue;
    const { sectors, languages, jobTitle, organisationName, writtenIn } = page;
    expect([sectors, languages, jobTitle, organisationName, writtenIn]).toEqual(
      Array(5).fill(null),
    );
    const said = { sectors: page.shownSectors ?? [], places: [] };
    found.push({ about: `interest ${id}`, chosen: { ...chosen, cities: [] }, said });
  }
  return found;
}

/** Whether a list has a slug; what is not chosen (null) is in none. */
export const isIn = (list: string[], slug: string | null) => slug !== null && list.includes(slug);
