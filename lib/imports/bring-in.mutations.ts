import "server-only";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { memberContacts, members } from "@/db/schema/members";
import type { StoredBrought } from "@/db/stored";
import { holdTurn } from "@/db/turn";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { freeSlug } from "@/lib/core/text/slug";
import { takenSlugsOfAll } from "@/lib/core/text/taken-slugs";
import { slugOfMember } from "@/lib/members/member-slug";
import { usualNameOrder } from "@/lib/members/person-name";
import { buildMemberSearch } from "@/lib/members/search-text";
import type { Bringer } from "./bringer";
import { fillIn } from "./fill-in.mutations";
import { type BroughtOrganisations, bringOrganisations } from "./organisations.mutations";
import type { PlannedRow } from "./plan";
import { canBringIn } from "./policy";

const AT_ONCE = 250;

/**
 * Brings planned people into the club: new ones as pending accounts without password, consent or say, with their member,
 * contacts and place in an organisation; known ones by what is empty of them (`fillIn`). `noted` hears how many rows are
 * through. Gives what was made, for `takeBack`. Throws `notFound`, and `conflict` when an address was taken meanwhile.
 */
export async function bringIn(
  tx: Transaction,
  viewer: Bringer,
  planned: readonly PlannedRow[],
  noted: (rows: number) => Promise<void> = async () => {},
): Promise<StoredBrought> {
  authorize(canBringIn(viewer));
  // One import after the other: the second compares with what the first made.
  await holdTurn(tx, "imports");
  const wanted = planned.filter(({ act }) => act !== "skip");
  const organisations = await bringOrganisations(
    tx,
    viewer,
    wanted.map(({ person }) => ({ name: person.organisation, locale: person.locale })),
  );
  const brought: StoredBrought = { organisations: organisations.made, people: [], joined: [] };
  const fresh = wanted.filter(({ act }) => act === "new");
  for (let from = 0; from < fresh.length; from += AT_ONCE) {
    // Some at a time: the database ends a transaction in which nothing is asked for ten seconds.
    const some = await asRows(tx, fresh.slice(from, from + AT_ONCE), organisations);
    await insertPeople(tx, some);
    for (const { row, account, member, organisation } of some) {
      const data = { locale: account.locale };
      const subject = { subjectType: "account", subjectId: account.id } as const;
      await record(tx, viewer, { name: "account.brought-in", ...subject, data });
      const organisationId = organisation?.id ?? null;
      brought.people.push({ row, accountId: account.id, memberId: member.id, organisationId });
    }
    await noted(from + some.length);
  }
  for (const { row, person, duplicate } of wanted.filter(({ act }) => act === "join")) {
    const accountId = duplicate.kind === "none" ? "" : duplicate.id;
    const organisation = organisations.find(person.organisation);
    const filled = await fillIn(tx, viewer, { accountId, person, organisation });
    if (filled) brought.joined.push({ row, ...filled });
  }
  await noted(planned.length);
  return brought;
}

type PersonRows = Awaited<ReturnType<typeof asRows>>;

async function asRows(
  tx: Transaction,
  fresh: readonly PlannedRow[],
  organisations: BroughtOrganisations,
) {
  const named = fresh.map((one) => ({ ...one, profile: profileOf(one.person) }));
  const bases = named.map(({ profile }) => slugOfMember(profile));
  const taken = await takenSlugsOfAll(tx, members.slug, bases);
  return named.map(({ row, person, profile }, index) => {
    const organisation = organisations.find(person.organisation);
    const { email, locale, duesPaidUntil: paidUntil } = person;
    const account = { id: crypto.randomUUID(), email, locale, paidUntil };
    const slug = freeSlug(bases[index] ?? "member", taken);
    taken.add(slug);
    const member = {
      ...profile,
      ...buildMemberSearch(profile, organisation),
      id: crypto.randomUUID(),
      accountId: account.id,
      slug,
    };
    return { row, account, member, organisation };
  });
}

/** As the club knows them; what they want to say of themselves is theirs to write. */
function profileOf(person: PlannedRow["person"]) {
  const { familyName, givenName, nameZh, jobTitle, sectors, cities, joinedOn, locale } = person;
  return {
    ...{ familyName, givenName, jobTitle, sectors, cities, joinedOn },
    nameZh: nameZh || null,
    nameOrder: usualNameOrder(locale),
    category: person.category ?? "active",
    originalLocale: locale,
    ...{ bio: {}, offers: {}, needs: {}, languages: [] },
  };
}

async function insertPeople(tx: Transaction, rows: PersonRows): Promise<void> {
  const made = await tx
    .insert(accounts)
    .values(rows.map(({ account }) => ({ ...account, isBroughtIn: true })))
    .onConflictDoNothing({ target: accounts.email })
    .returning({ id: accounts.id });
  authorize(made.length === rows.length, "conflict");
  await tx.insert(members).values(rows.map(({ member }) => member));
  await tx
    .insert(memberContacts)
    .values(rows.map(({ account, member }) => ({ memberId: member.id, email: account.email })));
  const placed = rows.flatMap(({ member, organisation }) =>
    organisation ? [{ memberId: member.id, organisationId: organisation.id }] : [],
  );
  if (placed.length > 0) await tx.insert(affiliations).values(placed);
}
