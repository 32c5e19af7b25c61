import type { APIRequestContext, APIResponse, Page } from "@playwright/test";
import { getTranslator } from "@/lib/core/i18n/translator";
import { DEMO, expect, ORIGIN, openSession, test } from "../world";

type Fields = Record<string, string>;

const NOBODYS = "00000000-0000-4000-8000-000000000000";

async function open(request: APIRequestContext, path: string, email: string | null) {
  const cookie: Fields = email ? { cookie: `club-session=${await openSession(email)}` } : {};
  const headers = { accept: "text/html", ...cookie };
  return request.get(path, { headers, maxRedirects: 0 });
}

test.describe("a wrong role by address", () => {
  const dossiers = [`/fr/admin/projects/${NOBODYS}`, `/fr/admin/revisions/${NOBODYS}`];
  // The first two are open to moderators too.
  const team = [
    "/fr/admin",
    "/zh/admin/outcomes",
    "/fr/admin/pages",
    "/fr/admin/mailings",
    `/zh/admin/mailings/${NOBODYS}`,
    `/zh/admin/mailings/${NOBODYS}/send`,
    "/zh/admin/pages/about/edit",
    "/zh/admin/members",
    "/en/admin/audit",
    "/en/admin/jobs",
    `/fr/admin/members/${NOBODYS}`,
  ];
  const missing: [string, string | null, string[]][] = [
    ["visitor", null, [...team, ...dossiers, "/api/account/export", "/api/members?locale=fr"]],
    ["member", DEMO.member, [...team, ...dossiers, "/fr/members/nobody", "/fr/projects/nothing"]],
    ["suspended member", DEMO.suspended, [...team, "/api/members?locale=fr"]],
    ["pending member", DEMO.pending, [...team, "/api/members?locale=fr"]],
    ["moderator", DEMO.moderator, [...team.slice(2), ...dossiers]],
    ["administrator", DEMO.administrator, [...dossiers, "/fr/admin/members/x", "/de/admin"]],
  ];

  for (const [name, email, paths] of missing) {
    test(`${name}: not found`, async ({ request }) => {
      for (const path of paths) {
        expect((await open(request, path, email)).status(), path).toBe(404);
      }
    });
  }

  test("visitors are sent to sign in and come back", async ({ request }) => {
    for (const path of ["/home", "/members", "/account", "/projects/new", "/account/profile"]) {
      const response = await open(request, `/zh${path}`, null);
      expect(response.status(), path).toBe(307);
      const { pathname, searchParams } = new URL(response.headers().location ?? "", ORIGIN);
      expect([pathname, searchParams.get("next")]).toEqual(["/zh/sign-in", `/zh${path}`]);
    }
  });

  test("who is not active is sent to their status", async ({ request }) => {
    for (const email of [DEMO.suspended, DEMO.pending]) {
      for (const path of ["/home", "/members", "/projects/new", "/account/profile"]) {
        const response = await open(request, `/fr${path}`, email);
        expect(response.headers().location, path).toBe("/fr/account");
      }
    }
  });
});

/** The sign-in form as a browser without JavaScript would send it. */
async function signInForm(page: Page): Promise<Fields> {
  await page.goto("/fr/sign-in");
  const form = page.locator("form", { has: page.locator('input[name="password"]') });
  const inputs = await form
    .locator("input[name]")
    .evaluateAll((all) =>
      all.map((one) => one as HTMLInputElement).map((one) => [one.name, one.value]),
    );
  return { ...Object.fromEntries(inputs), email: DEMO.member, password: DEMO.password };
}

const post = (request: APIRequestContext, multipart: Fields, headers: Fields = {}) =>
  request.post("/fr/sign-in", { multipart, headers, maxRedirects: 0 });

const isSignedIn = (response: APIResponse) =>
  (response.headers()["set-cookie"] ?? "").includes("club-session=");

test.describe("a write that no page of ours sent", () => {
  test("only the form itself signs in: not with a foreign origin, none, or an unknown key", async ({
    browser,
    request,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const fields = await signInForm(await context.newPage());
    await context.close();
    const own = { origin: ORIGIN };
    const foreign: Fields[] = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
    ];
    for (const headers of foreign) {
      expect((await post(request, fields, headers)).status(), JSON.stringify(headers)).toBe(403);
    }
    const forged = { ...own, "sec-fetch-site": "same-site" };
    const forwarded = { origin: "https://evil.example", "x-forwarded-host": "evil.example" };
    const refused: [Fields, Fields][] = [
      [fields, {}],
      [fields, forged],
      [fields, forwarded],
      [{ ...fields, role: "administrator" }, own],
      [{ ...fields, "account.status": "active" }, own],
      [{ ...fields, "constructor.prototype.role": "administrator" }, own],
      [{ ...fields, email: `${DEMO.member}\0` }, own],
      [{ ...fields, email: `${DEMO.member},${DEMO.administrator}` }, own],
    ];
    for (const [sent, headers] of refused) {
      const response = await post(request, { ...sent, _key: crypto.randomUUID() }, headers);
      expect(response.status()).toBeLessThan(500);
      expect(isSignedIn(response), JSON.stringify([sent, headers])).toBe(false);
    }
    const { id } = JSON.parse(fields["$ACTION_1:0"] ?? "{}");
    const direct = { email: DEMO.member, password: DEMO.password, [`$ACTION_ID_${id}`]: "" };
    const stuffed = { ...fields, "$ACTION_1:1": '[{"status":"idle"},"x","y"]' };
    const heavy = { ...fields, "$ACTION_1:1": JSON.stringify(Array(9000).fill("$@2")) };
    const huge = { ...fields, "$ACTION_1:1": `["$n${"9".repeat(400)}"]` };
    for (const sent of [direct, stuffed, heavy, huge]) {
      const response = await post(request, sent, own);
      expect(response.status(), Object.keys(sent).join()).toBeLessThan(500);
      expect(isSignedIn(response)).toBe(false);
    }
    const words = getTranslator("fr", "errors")("foreignOrigin");
    expect(await (await post(request, fields)).text()).toContain(words.slice(0, 20));
    expect(isSignedIn(await post(request, { ...fields, _key: crypto.randomUUID() }, own))).toBe(
      true,
    );
  });

  test("rubbish is refused without an internal error", async ({ request }) => {
    const id = "60".padEnd(42, "a");
    const call = { 0: '[{"status":"idle"},"$K1"]', "1_email": "a@example.org" };
    const bodies: [Fields, Fields][] = [
      ...["x", id, "0".repeat(42), "../../etc/passwd", "$undefined", "a".repeat(3000)].map(
        (action): [Fields, Fields] => [call, { "next-action": action }],
      ),
      [{ 0: "[1,2]" }, { "next-action": id }],
      [{ 0: '["$F1","$K1"]' }, { "next-action": id }],
      [{ [`$ACTION_ID_${id}`]: "" }, {}],
      [{ $ACTION_ID_: "" }, {}],
      [
        { $ACTION_REF_1: "", "$ACTION_1:0": `{"id":"${id}","bound":"$@1"}`, "$ACTION_1:1": "[]" },
        {},
      ],
      [{ $ACTION_REF_1: "" }, {}],
      [{ $ACTION_REF_1: "", "$ACTION_1:0": "{bad" }, {}],
      [{ $ACTION_KEY: "k".repeat(500) }, {}],
      [{ title: "\0\u202e" }, {}],
    ];
    for (const [multipart, headers] of bodies) {
      const response = await post(request, multipart, { origin: ORIGIN, ...headers });
      expect(response.status(), JSON.stringify([multipart, headers])).toBeLessThan(500);
      expect(isSignedIn(response)).toBe(false);
    }
    for (const type of [
      "text/plain",
      "application/json",
      "multipart/form-data",
      "text/x-component",
    ]) {
      const headers = { origin: ORIGIN, "content-type": type, "next-action": id };
      const response = await request.post("/fr/sign-in", { data: '["$F9"]', headers });
      expect(response.status(), type).toBe(400);
    }
    expect((await request.get("/fr/sign-in")).status()).toBe(200);
  });
});

test.describe("a form that Next hands to no action", () => {
  test("is told as that, at once, when it cannot be read", async ({ browser, request }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const fields = await signInForm(await context.newPage());
    await context.close();
    const { id } = JSON.parse(fields["$ACTION_1:0"] ?? "{}");
    const numbered = (many: number, from: string) =>
      Object.fromEntries(Array.from({ length: many }, (_, index) => [`${from}${index}`, ""]));
    const drawn: Fields[] = [
      { "$ACTION_1:0": "{bad" },
      { "$ACTION_1:1": "" },
      { "$ACTION_1:1": '["$F9"]' },
      { "$ACTION_1:1": JSON.stringify(Array(1001).fill(1)) },
      { "$ACTION_1:1": JSON.stringify(Array(120_000).fill("$@fff")), fff: "" },
      { "$ACTION_1:1": JSON.stringify([Array(120_000).fill("$@fff")]), fff: "" },
      { "$ACTION_1:1": JSON.stringify([Array(120_000).fill("$K1")]), ...numbered(900, "1_") },
      { "$ACTION_1:1": "[".repeat(300_000) },
      numbered(1001, "n"),
    ];
    const called: Fields[] = [
      { "1_t": "x" },
      { 0: '{"0":1}' },
      { 0: JSON.stringify(Array(1001).fill(1)) },
      { 0: JSON.stringify([Array(120_000).fill("$K1"), "$K1"]), ...numbered(900, "1_") },
      { 0: `["$n${"9".repeat(500_000)}","$K1"]` },
      { 0: '["$r1","$x1"]', 1: "" },
    ];
    const own = { origin: ORIGIN };
    const sent: [Fields, Fields][] = [
      ...drawn.map((more): [Fields, Fields] => [{ ...fields, ...more }, own]),
      ...called.map((form): [Fields, Fields] => [form, { ...own, "next-action": id }]),
    ];
    for (const [form, headers] of sent) {
      const began = performance.now();
      const response = await post(request, form, headers);
      const what = JSON.stringify(form).slice(0, 300);
      expect.soft(response.status(), what).toBeLessThan(500);
      expect.soft(isSignedIn(response), what).toBe(false);
      expect.soft(performance.now() - began, what).toBeLessThan(3000);
    }
  });

  test("of an earlier build gives its text back, and a script is told", async ({ request }) => {
    const gone = "60".padEnd(42, "a");
    const form = {
      $ACTION_REF_1: "",
      "$ACTION_1:0": `{"id":"${gone}","bound":"$@1"}`,
      "$ACTION_1:1": '[{"status":"idle"}]',
      words: "Qui réserve la salle ?",
    };
    const own = { origin: ORIGIN, accept: "text/html" };
    const page = await post(request, form, own);
    expect(page.status()).toBe(409);
    expect(await page.text()).toContain("Qui réserve la salle ?</textarea>");
    const call = { 0: '[{"status":"idle"},"$K1"]', "1_words": "Qui ?" };
    const told = await post(request, call, {
      origin: ORIGIN,
      accept: "text/x-component",
      "next-action": gone,
    });
    expect([told.status(), told.headers()["x-nextjs-action-not-found"]]).toEqual([409, "1"]);
  });
});

test("every answer carries the guard's headers", async ({ request }) => {
  const html = await (await request.get("/fr")).text();
  const [, script = ""] = html.match(/"(\/_next\/static\/[^"]+\.js)/) ?? [];
  const get = (path: string) => request.get(path, { maxRedirects: 0 });
  const answers: [string, number, Promise<APIResponse>][] = [
    ["page", 200, get("/fr")],
    ["unknown page", 404, get("/fr/nowhere")],
    ["unknown language", 404, get("/de/nowhere")],
    ["redirect", 307, get("/fr/home")],
    ["script", 200, get(script)],
    ["no such script", 404, get("/_next/static/nothing.js")],
    ["sitemap", 200, get("/sitemap.xml")],
    ["export for nobody", 404, get("/api/account/export")],
    ["put", 405, request.fetch("/fr", { method: "PUT", data: "x" })],
    ["delete", 405, request.fetch("/fr/members/x", { method: "DELETE" })],
    ["post to a file", 405, request.post("/sitemap.xml", { headers: { origin: ORIGIN } })],
    ["foreign post", 403, request.post("/fr", { headers: { origin: "https://evil.example" } })],
    ["unreadable address", 400, get("/fr/%00")],
  ];
  for (const [name, status, asked] of answers) {
    const response = await asked;
    const headers = response.headers();
    expect(response.status(), name).toBe(status);
    const policy = headers["content-security-policy"] ?? "";
    const isDev = policy.includes(" ws:");
    expect(policy, name).toMatch(/^default-src 'none'; script-src 'nonce-[^']+' 'strict-dynamic'/);
    expect(policy, name).toContain("frame-ancestors 'none'");
    if (!isDev) expect(policy, name).not.toContain("unsafe-");
    expect(headers, name).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers["permissions-policy"], name).toContain("camera=()");
    expect(headers["x-powered-by"], name).toBeUndefined();
    if (name !== "script") expect(headers["cache-control"], name).toMatch(/no-store|max-age=0/);
  }
});
