import { createHash, randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import postgres from "postgres";
import { countingStatements } from "./count-statements.mjs";
import { flightShare } from "./flight-share.mjs";
import { print } from "./log.mjs";

/**
 * The budgets of the four kinds of page: KiB after gzip (an empty page of this framework weighs 132 of JavaScript), KiB of the
 * document as it is, the share of it in percent that repeats it as data for the browser, statements of a second visit.
 */
const BUDGETS = {
  public: { js: 140, css: 14, html: 20, raw: 88, flight: 67, sql: 6 },
  list: { js: 157, css: 14, html: 30, raw: 145, flight: 64, sql: 8 },
  entry: { js: 162, css: 14, html: 30, raw: 64, flight: 64, sql: 10 },
  editor: { js: 192, css: 14, html: 60, raw: 158, flight: 64, sql: 10 },
};

const AGATHE = "agathe.vernoux@example.org";
const THIBAULT = "thibault.descrieux@example.org";
const MEIHUA = "lin.meihua@example.org";
const ETIENNE = "etienne.fauvergue@example.org";
const NATHALIE = "nathalie.vaugirel@example.org";
const SECRETARIAT = "secretariat@example.org";

/** Whose link to come in is open. */
const HAORAN = "sun.haoran@example.org";

const PAGES = [
  ["public", null, ["", "/about", "/sign-in", "/charter", "/legal", "/privacy", "/accessibility"]],
  ["public", null, ["/heritage", "/heritage/chinese-companies-in-lyon"]],
  ["public", null, ["/sign-in/second-factor", "/answer", "/projects/shared-office-guangzhou"]],
  ["public", null, ["/organisations/institut-saone-orient", "/activities/nantong-coating-plant"]],
  ["list", null, ["/projects", "/organisations", "/activities", "/activities?view=totals"]],
  ["list", null, ["/experiences", "/experiences/topics", "/experiences/topics/customs-logistics"]],
  ["public", null, ["/experiences/from-parcel-to-bonded-warehouse"]],
  ["list", null, ["/cooperations", "/events", "/events?month=2027-02"]],
  ["public", null, ["/cooperations/lyon-guangzhou", "/organisations/emlyon"]],
  ["public", null, ["/events/chinese-new-year-evening-year-of-the-goat", "/guest"]],
  [
    "list",
    AGATHE,
    [
      "/projects",
      "/members",
      "/organisations",
      "/activities",
      "/experiences",
      "/events",
      "/events?month=2026-11",
      "/matches",
      "/exchanges",
      "/ask",
      "/account/kept",
    ],
  ],
  ["list", THIBAULT, ["/projects/shared-office-guangzhou/candidates"]],
  [
    "entry",
    AGATHE,
    [
      "/home",
      "/members/thibault-descrieux",
      "/members/thibault-descrieux/card",
      "/projects/shared-office-guangzhou",
      "/experiences/selling-a-subsidiary",
      "/events/mission-to-guangzhou-foshan-and-shenzhen",
      "/ask/rail-freight-from-chongqing",
      "/organisations/soierie-montbrelant",
      "/activities/raw-silk-purchasing",
    ],
  ],
  [
    "editor",
    null,
    [
      "/apply",
      "/guest/after",
      "/guest/change",
      "/events/chinese-new-year-evening-year-of-the-goat/guest",
    ],
  ],
  [
    "editor",
    AGATHE,
    [
      "/account",
      "/notifications",
      "/account/profile",
      "/account/second-factor",
      "/account/address",
      "/account/invitations",
      "/account/calendar",
      "/account/erasure",
      "/account/dues",
      "/account/leaving",
      "/projects/new",
      "/experiences/new",
      "/experiences/trademark-filed-by-someone-else/settings",
      "/experiences/selling-a-subsidiary/translate?to=en",
      "/projects/castings-group-purchasing/interest",
      "/introductions/new?to=thibault-descrieux",
      "/organisations/new",
      "/organisations/new?name=Atelier+sans+double",
      "/organisations/soierie-montbrelant/edit",
      "/organisations/soierie-montbrelant/people",
      "/activities/new",
      "/activities/raw-silk-purchasing/edit",
    ],
  ],
  ["editor", THIBAULT, ["/projects/shared-office-guangzhou/settings"]],
  ["editor", MEIHUA, ["/projects/regional-wines-sichuan/questions?to=zh"]],
  ["editor", ETIENNE, ["/projects/hosting-cantonese-chefs/edit"]],
  [
    "editor",
    NATHALIE,
    ["", "/milestones", "/documents", "/discussion", "/people"].map(
      (tab) => `/projects/urban-cool-islands/room${tab}`,
    ),
  ],
  [
    "editor",
    SECRETARIAT,
    [
      "/admin",
      "/cooperations/new",
      "/events/new",
      "/events/mission-to-guangzhou-foshan-and-shenzhen/registrations",
      "/events/mission-to-guangzhou-foshan-and-shenzhen/check-in",
      "/cooperations/lyon-guangzhou/edit",
      "/cooperations/lyon-guangzhou/parties",
      "/heritage/new",
      "/heritage/club-launch/edit",
      "/heritage/club-launch/translate",
      "/admin/applications",
      "/admin/members",
      "/admin/import",
      "/admin/dues",
      "/admin/mailings",
      "/admin/import/pending",
      "/admin/audit",
      "/admin/jobs",
      "/admin/outcomes",
      "/admin/pages",
      "/admin/pages/about/edit",
    ],
  ],
];

const kibibytes = (text) => gzipSync(text).length / 1024;

async function sessionCookie(sql, email) {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  await sql`insert into sessions (account_id, token_hash, expires_at)
    select id, ${hash}, now() + interval '1 hour' from accounts where email = ${email}`;
  return `club-session=${token}`;
}

async function fetchText(url, cookie) {
  const response = await fetch(url, { redirect: "manual", headers: cookie ? { cookie } : {} });
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}`);
  return response.text();
}

async function comeInPath(sql) {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  await sql`with person as (update accounts set is_brought_in = true where email = ${HAORAN} returning id)
    insert into account_links (account_id, purpose, token_hash, expires_at)
    select id, 'come-in', ${hash}, now() + interval '1 hour' from person`;
  return `/come-in?token=${token}`;
}

/** What a first visit downloads: the page, its scripts (without the fallback for old browsers) and its style sheets. */
async function weighPage(origin, path, cookie, seen, statements) {
  const html = await fetchText(origin + path, cookie);
  const sql = await statements.count(() => fetchText(origin + path, cookie));
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag);
  const files = (wanted, attribute) =>
    new Set(
      tags
        .filter((tag) => wanted.test(tag) && !/nomodule/i.test(tag))
        .map((tag) => tag.match(new RegExp(`${attribute}="([^"]+)"`))?.[1])
        .filter(Boolean),
    );
  const total = async (paths) => {
    let sum = 0;
    for (const file of paths) {
      if (!seen.has(file)) seen.set(file, kibibytes(await fetchText(origin + file)));
      sum += seen.get(file);
    }
    return sum;
  };
  const scripts = files(/^<script\b[^>]*\bsrc=|as="script"/, "(?:src|href)");
  const styles = files(/rel="stylesheet"/, "href");
  return {
    js: await total(scripts),
    css: await total(styles),
    html: kibibytes(html),
    raw: Buffer.byteLength(html) / 1024,
    flight: 100 * flightShare(html),
    sql,
  };
}

/** Weighs the pages of a running portal of the demo club, prints each and gives how many kept their budget. */
export async function weighPages({ APP_ORIGIN: origin, DATABASE_URL, DATA_DIR }) {
  const sql = postgres(DATABASE_URL, { max: 1, fetch_types: false });
  const statements = await countingStatements(DATA_DIR);
  const seen = new Map();
  let within = 0;
  let over = 0;
  try {
    const comeIn = ["editor", null, [await comeInPath(sql)]];
    for (const [kind, email, paths] of [...PAGES, comeIn]) {
      const cookie = email && (await sessionCookie(sql, email));
      for (const path of paths.flatMap((one) => [`/fr${one}`, `/zh${one}`])) {
        const weight = Object.entries(await weighPage(origin, path, cookie, seen, statements));
        const isOver = ([part, size]) => size > BUDGETS[kind][part];
        const parts = weight.map(
          ([part, size]) =>
            `${part} ${size.toFixed(1).padStart(6)} / ${BUDGETS[kind][part]}${isOver([part, size]) ? " OVER" : ""}`,
        );
        if (weight.some(isOver)) over += 1;
        else within += 1;
        print(`${kind.padEnd(7)} ${path.padEnd(40)} ${parts.join("   ")}`);
      }
    }
  } finally {
    await statements.end();
    await sql.end();
  }
  return { within, over };
}
