import { hideCanaries, makeReader, type Planted, plantCanaries } from "../canaries";
import { type Ask, addresses, searches } from "../canary-addresses";
import { type Canary, type PlantedApplication, type Reader, wordsIn } from "../canary-words";
import { APPLY_PAGES } from "../pages";
import { expect, ORIGIN, openSession, test } from "../world";

/** `ownIds`: the account or the application by which a role reads what is its own. */
type Role = { name: string; reader: Reader; ownIds: string[]; cookie: () => Promise<string> };

let planted: Planted;
let roles: Role[];
const tally = { requests: 0, leaks: 0 };

type Who = { accountId: string; email: string };

const signedIn = (name: string, reader: Reader, { accountId, email }: Who): Role => ({
  name,
  reader,
  ownIds: [accountId],
  cookie: async () => `club-session=${await openSession(email)}`,
});

/** Who holds the key to an application has no account. */
const applicant = ({ id, state, key }: PlantedApplication): Role => ({
  name: `applicant: ${state}`,
  reader: "visitor",
  ownIds: [id],
  cookie: async () => `club-application=${key}`,
});

test.beforeAll(async () => {
  planted = await plantCanaries();
  const { self, away } = planted.owners;
  roles = [
    { name: "visitor", reader: "visitor", ownIds: [], cookie: async () => "" },
    signedIn("owner", "member", self),
    signedIn("other member", "member", await makeReader({})),
    signedIn("suspended", "visitor", away),
    signedIn("pending", "visitor", await makeReader({ status: "pending" })),
    signedIn("moderator", "moderator", await makeReader({ role: "moderator" })),
    signedIn("administrator", "administrator", await makeReader({ role: "administrator" })),
    ...planted.applications.map(applicant),
  ];
});

test.afterAll(async () => {
  const owners = Object.values(planted.owners).map(({ accountId }) => accountId);
  const readers = roles
    .filter(({ reader }) => reader !== "visitor")
    .flatMap(({ ownIds }) => ownIds);
  await hideCanaries(planted, [...new Set([...owners, ...readers])]);
  console.info(
    `canaries: ${planted.canaries.length}, requests: ${tally.requests}, leaks: ${tally.leaks}`,
  );
});

const isHidden = ({ ownerIds, may }: Canary, { reader, ownIds }: Role) =>
  !may.includes(reader) && !ownerIds.some((id) => ownIds.includes(id));

async function read(cookie: string, { path, headers }: Ask) {
  const sent = { accept: "text/html", ...(cookie ? { cookie } : {}), ...headers };
  const response = await fetch(`${ORIGIN}${path}`, { headers: sent });
  tally.requests++;
  return { status: response.status, body: await response.text() };
}

/** Gives the leaks, and how many of the words that the role may read were read. */
async function crawl(role: Role, asks: Ask[]): Promise<{ leaks: string[]; found: number }> {
  const cookie = await role.cookie();
  const hidden = new Map<string, string>();
  const open = new Set<string>();
  for (const canary of planted.canaries) {
    if (isHidden(canary, role)) hidden.set(canary.word, canary.column);
    else open.add(canary.word);
  }
  const leaks: string[] = [];
  const found = new Set<string>();
  const own = Object.values(planted.owners).find(({ accountId }) =>
    role.ownIds.includes(accountId),
  );
  const isForeign = (mark: string) => mark !== own?.memberSlug && !role.ownIds.includes(mark);
  const marks = planted.marks.filter(isForeign);
  const next = async (): Promise<void> => {
    const ask = asks.shift();
    if (!ask) return;
    const { path, typed } = ask;
    const { status, body } = await read(cookie, ask);
    if (status >= 500 || status === 429) leaks.push(`${path} answered ${status}`);
    const shown = (typed ? body.replaceAll(typed, "") : body).toLowerCase();
    for (const word of wordsIn(shown)) {
      if (open.has(word)) found.add(word);
      const column = hidden.get(word);
      if (column) leaks.push(`${column} at ${path}`);
    }
    const isForMachines = path.startsWith("/sitemap") || path.endsWith("/feed.xml");
    const betraying = isForMachines ? planted.unlisted : typed ? marks : [];
    for (const mark of betraying) if (shown.includes(mark)) leaks.push(`${mark} found by ${path}`);
    return next();
  };
  await Promise.all([next(), next(), next(), next()]);
  tally.leaks += leaks.length;
  return { leaks: [...new Set(leaks)], found: found.size };
}

function roleOf(name: string): Role {
  const role = roles.find((one) => one.name === name);
  if (!role) throw new Error(name);
  return role;
}

for (const name of [
  "visitor",
  "owner",
  "other member",
  "suspended",
  "pending",
  "moderator",
  "administrator",
  "applicant: info-requested",
]) {
  test(`${name}: no word that is not theirs to read`, async () => {
    test.setTimeout(300_000);
    const role = roleOf(name);
    const hidden = planted.canaries.filter((canary) => isHidden(canary, role));
    // An applicant who knows the name of an organisation for members is told that the club has it.
    const asked = name.startsWith("applicant")
      ? hidden.filter(({ column }) => !/^organisations\.name (at|of a) members/.test(column))
      : hidden;
    const { leaks, found } = await crawl(role, [
      ...addresses(planted),
      ...searches(asked, role.reader),
    ]);
    expect(leaks).toEqual([]);
    expect(found, "words that this role may read").toBeGreaterThan(5);
  });
}

test("applicants read their own application and nothing of the club team", async () => {
  test.setTimeout(120_000);
  for (const { state } of planted.applications) {
    const pages = APPLY_PAGES.map((path) => ({ path: `/fr${path}` }));
    const { leaks, found } = await crawl(roleOf(`applicant: ${state}`), pages);
    expect(leaks, state).toEqual([]);
    expect(found, `words of a ${state} application`).toBeGreaterThan(5);
  }
});

test("the words are where they belong: each is read by somebody who may", async () => {
  const { accountId } = planted.owners.self;
  const cookie = await roleOf("owner").cookie();
  const { body } = await read(cookie, { path: "/api/account/export" });
  const exported =
    /^members\.|^member_contacts|project(?!_questions)|^applications\.(email|answers)|^application_messages|^affil|^consents/;
  const own = planted.canaries.filter(
    ({ ownerIds, column }) => ownerIds.includes(accountId) && exported.test(column),
  );
  expect(own.length).toBeGreaterThan(40);
  expect(own.filter(({ word }) => !body.includes(word)).map(({ column }) => column)).toEqual([]);
});

test("who keeps an event, and nobody who only comes to it, reads what its parties wrote", async () => {
  const lists = planted.paths.filter((path) =>
    /registrations\?state=(waiting|confirmed)/.test(path),
  );
  const isOfParty = ({ column }: Canary) =>
    /^event_registrations\.(note|companions), (waiting|confirmed)/.test(column);
  const words = planted.canaries.filter(isOfParty).map(({ word }) => word);
  expect(words.length).toBeGreaterThan(10);
  const foundBy = async (name: string) => {
    const cookie = await roleOf(name).cookie();
    const pages = lists.map((path) => read(cookie, { path: `/fr${path}` }));
    const all = (await Promise.all(pages)).map(({ body }) => body).join();
    return words.filter((word) => all.includes(word)).length;
  };
  expect(await foundBy("administrator")).toBe(words.length);
  expect(await foundBy("owner")).toBe(words.length);
  expect(await foundBy("moderator")).toBe(0);
});

test("whoever has a place, and nobody who asks for one, reads where one takes part from afar", async () => {
  const cookie = await roleOf("owner").cookie();
  const own = planted.canaries.filter(({ column }) => column === "events.online_url");
  const isTheirs = ({ ownerIds }: Canary) => ownerIds.includes(planted.owners.self.accountId);
  expect(own.filter((canary) => !isTheirs(canary))).toHaveLength(1);
  const pages = planted.paths.filter((path) => /^\/events\/canary-[\w-]+$/.test(path));
  const all = (await Promise.all(pages.map((path) => read(cookie, { path: `/fr${path}` }))))
    .map(({ body }) => body)
    .join();
  expect(own.filter(({ word }) => all.includes(word))).toHaveLength(1);
});
