import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { query, transaction } from "@/db/client";
import { makeFile } from "@/db/factories";
import { entries } from "@/db/schema/entries";
import { entryFiles } from "@/db/schema/entry-parts";
import { organisations } from "@/db/schema/organisations";
import { roomDocuments, roomDocumentVersions, rooms } from "@/db/schema/rooms";
import { DEMO, expect, ORIGIN, openSession, test } from "../world";
import { type Answer, ask } from "./ask";

const ROOM = "urban-cool-islands";
const PROJECT = "shared-office-guangzhou";
const ORGANISATION = "soierie-montbrelant";
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const hashOf = (content: Buffer) => createHash("sha256").update(content).digest("hex");

/** What a browser is told with every answer, each once. */
const ALWAYS = {
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /^(strict-origin-when-cross-origin|no-referrer)$/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "permissions-policy": /camera=\(\).*usb=\(\)/,
  "strict-transport-security": /^max-age=63072000; includeSubDomains$/,
};
const POLICIES = {
  page: /^default-src 'none'; script-src 'nonce-[\w+/=]{24}' 'strict-dynamic'; style-src 'self' 'nonce-[^;]*'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; (worker-src 'self'; )?form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
  file: /^default-src 'none'; sandbox$/,
};
/** `kept`: a cache may keep it for everybody; `checked`: it may not be used unasked, or by others; `never`: nobody keeps it. */
const CACHES = {
  kept: /^public\b|^max-age|^s-maxage/,
  checked: /^private, (no-cache|max-age=31536000, immutable)$/,
  never: /no-store/,
};

type Kind = {
  name: string;
  path: string;
  status: number;
  policy: keyof typeof POLICIES;
  cache: keyof typeof CACHES;
  options?: Parameters<typeof ask>[2];
};

async function attachFile(): Promise<string> {
  const [project] = await query((db) =>
    db.select({ id: entries.id }).from(entries).where(eq(entries.slug, PROJECT)),
  );
  const id = await transaction(async (tx) => {
    const fileId = await makeFile(tx, { content: Buffer.from("%PDF-1.4\n%%EOF\n") });
    const [made] = await tx
      .insert(entryFiles)
      .values({ name: "plan.pdf", fileId, entryId: project?.id ?? "" })
      .returning({ id: entryFiles.id });
    return made?.id;
  });
  return `/api/projects/${PROJECT}/files/${id}`;
}

async function setLogo(): Promise<string> {
  await transaction(async (tx) => {
    const logoId = await makeFile(tx, { kind: "image", content: PNG });
    await tx.update(organisations).set({ logoId }).where(eq(organisations.slug, ORGANISATION));
  });
  return `/api/organisations/${ORGANISATION}/logo`;
}

async function documentPath(): Promise<string> {
  const [version] = await query((db) =>
    db
      .select({ id: roomDocumentVersions.id })
      .from(roomDocumentVersions)
      .innerJoin(roomDocuments, eq(roomDocuments.id, roomDocumentVersions.documentId))
      .innerJoin(rooms, eq(rooms.id, roomDocuments.roomId))
      .innerJoin(entries, eq(entries.id, rooms.projectId))
      .where(eq(entries.slug, ROOM))
      .limit(1),
  );
  return `/api/projects/${ROOM}/room/documents/${version?.id}`;
}

const as = async (email: string) => ({
  headers: { cookie: `__Host-club-session=${await openSession(email)}`, accept: "text/html" },
});

/** An asset of the page whose address ends so. */
async function assetOf(ending: string): Promise<string> {
  const { body } = await ask(ORIGIN, "/fr", { headers: { accept: "text/html" } });
  return body.match(new RegExp(`"(/_next/static/[^"]+\\.${ending})"`))?.[1] ?? "/none";
}

const html = { headers: { accept: "text/html" } };
const page = { policy: "page", cache: "never" } as const;

async function pages(): Promise<Kind[]> {
  const member = await as(DEMO.member);
  const data = { headers: { rsc: "1" } };
  // Next leads a request for a page's data to the address that carries a mark of its headers.
  const { headers } = await ask(ORIGIN, "/fr/about", data);
  const marked = headers.get("location")?.[0] ?? "/none";
  return [
    { name: "page", path: "/fr", status: 200, ...page, options: html },
    { name: "member's page", path: "/zh/home", status: 200, ...page, options: member },
    { name: "page of another language", path: "/en/about", status: 200, ...page, options: html },
    { name: "page's data (RSC)", path: marked, status: 200, ...page, options: data },
    { name: "to a page's data", path: "/fr/about", status: 307, ...page, options: data },
    { name: "missing page", path: "/fr/nowhere", status: 404, ...page, options: html },
    { name: "page out of sight", path: "/fr/admin", status: 404, ...page, options: member },
    { name: "unknown language", path: "/de", status: 404, ...page, options: html },
    { name: "to the language", path: "/", status: 307, ...page, options: html },
    { name: "to signing in", path: "/fr/home", status: 307, ...page, options: html },
  ];
}

async function files(): Promise<Kind[]> {
  const member = await as(DEMO.member);
  const inRoom = await as("nathalie.vaugirel@example.org");
  const logo = await setLogo();
  const file = { status: 200, policy: "file" } as const;
  const shown = { status: 200, policy: "page", cache: "kept" } as const;
  return [
    { name: "project file", path: await attachFile(), ...file, cache: "never", options: member },
    { name: "room document", path: await documentPath(), ...file, cache: "never", options: inRoom },
    { name: "logo", path: logo, ...file, cache: "checked", options: member },
    {
      name: "logo by its mark",
      path: `${logo}?v=${hashOf(PNG).slice(0, 16)}`,
      ...file,
      cache: "checked",
      options: member,
    },
    {
      name: "vCard",
      path: "/api/members/thibault-descrieux/vcard",
      ...file,
      cache: "never",
      options: member,
    },
    { name: "export", path: "/api/account/export", ...file, cache: "never", options: member },
    { name: "script", path: await assetOf("js"), ...shown },
    { name: "style sheet", path: await assetOf("css"), ...shown },
    { name: "icon", path: "/icon-192.png", ...shown },
    { name: "security.txt", path: "/.well-known/security.txt", ...shown },
  ];
}

async function machines(): Promise<Kind[]> {
  const member = await as(DEMO.member);
  return [
    { name: "JSON", path: "/api/members?locale=fr", status: 200, ...page, options: member },
    { name: "JSON, refused", path: "/api/members?locale=fr", status: 404, ...page },
    { name: "robots.txt", path: "/robots.txt", status: 200, policy: "page", cache: "kept" },
    { name: "sitemap.xml", path: "/sitemap.xml", status: 200, policy: "page", cache: "kept" },
    { name: "feed", path: "/fr/feed.xml", status: 200, policy: "page", cache: "kept" },
    { name: "manifest", path: "/manifest.webmanifest", status: 200, policy: "page", cache: "kept" },
    { name: "healthz", path: "/healthz", status: 200, ...page },
    { name: "readyz", path: "/readyz", status: 200, ...page },
  ];
}

const foreign = {
  method: "POST",
  headers: { origin: "https://elsewhere.example", "content-length": "0" },
};

const REFUSALS: Kind[] = [
  { name: "unreadable address", path: "/fr/%00", status: 400, ...page },
  { name: "form of another site", path: "/fr/sign-in", status: 403, ...page, options: foreign },
  {
    name: "picture optimizer",
    path: "/_next/image?url=%2Ficon-192.png&w=64&q=75",
    status: 404,
    ...page,
  },
  { name: "unknown method", path: "/fr", status: 405, ...page, options: { method: "PUT" } },
  { name: "post to healthz", path: "/healthz", status: 405, ...page, options: { method: "POST" } },
  {
    name: "no length",
    path: "/fr/sign-in",
    status: 411,
    ...page,
    options: { method: "POST", headers: { "transfer-encoding": "chunked" }, body: "x" },
  },
  {
    name: "too large",
    path: "/fr/sign-in",
    status: 413,
    ...page,
    options: { method: "POST", body: "x".repeat(1_100_000) },
  },
  { name: "address too long", path: `/fr?q=${"x".repeat(8100)}`, status: 414, ...page },
];

/** Of a web server whose database does not answer, asked without the proxy, which refuses some of this itself. */
const AWAY: Kind[] = [
  {
    name: "expectation",
    path: "/fr",
    status: 417,
    ...page,
    options: { headers: { expect: "200-maybe" } },
  },
  { name: "no method of HTTP", path: "/fr", status: 405, ...page, options: { method: "FOO" } },
  { name: "page without its database", path: "/fr", status: 503, ...page, options: html },
  { name: "readyz without its database", path: "/readyz", status: 503, ...page },
];

function faultsOf(kind: Kind, { status, headers }: Answer): string[] {
  const wanted = {
    ...ALWAYS,
    "content-security-policy": POLICIES[kind.policy],
    "cache-control": CACHES[kind.cache],
  };
  const faults = Object.entries(wanted).flatMap(([name, pattern]) => {
    const values = headers.get(name) ?? [];
    return values.length === 1 && pattern.test(values[0] ?? "") ? [] : [`${name}: ${values}`];
  });
  if (status !== kind.status) faults.push(`status ${status}`);
  for (const name of ["x-powered-by", "server"]) if (headers.has(name)) faults.push(name);
  return faults.map((fault) => `${kind.name}: ${fault}`);
}

function printTable(rows: [Kind, Answer][]) {
  for (const [kind, { status, headers }] of rows) {
    const words = [
      kind.name.padEnd(28),
      status,
      kind.policy.padEnd(5),
      headers.get("cache-control"),
    ];
    console.log(words.join("  "));
  }
}

async function expectHeaders(origin: string, kinds: Kind[], host?: string) {
  const rows: [Kind, Answer][] = [];
  for (const kind of kinds) {
    const headers = { ...kind.options?.headers, ...(host && { host }) };
    rows.push([kind, await ask(origin, kind.path, { ...kind.options, headers })]);
  }
  printTable(rows);
  expect(rows.flatMap(([kind, answer]) => faultsOf(kind, answer))).toEqual([]);
}

test("every kind of answer carries the headers of its kind, each once", async () => {
  await expectHeaders(ORIGIN, [
    ...(await pages()),
    ...(await files()),
    ...(await machines()),
    ...REFUSALS,
  ]);
});

test("so does an answer without its database, or to what is hardly HTTP", async () => {
  await expectHeaders(process.env.HARD_AWAY ?? "", AWAY, new URL(ORIGIN).host);
});

test("security.txt says whom to write to, until when and where it stands", async () => {
  const { body } = await ask(ORIGIN, "/.well-known/security.txt");
  expect(body).toMatch(/^Contact: mailto:\S+@\S+$/m);
  expect(body).toContain("Preferred-Languages: fr, en, zh\n");
  expect(body).toContain(`Canonical: ${ORIGIN}/.well-known/security.txt\n`);
  const days = (Date.parse(body.match(/^Expires: (\S+)$/m)?.[1] ?? "") - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(30);
  expect(days).toBeLessThan(365);
});
