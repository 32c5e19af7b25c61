import http from "node:http";
import net from "node:net";
import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { LOGO_BYTES } from "@/lib/organisations/draw-logo";
import { listenWhileTested } from "./listen-while-tested.mjs";
import { allowedAt, rawRefusal, refusalOf, refuse } from "./refusals.mjs";

const MB = 1024 ** 2;
const EDGE = "----FormBoundaryOfTheTests0123";
const LOGO = "/api/organisations/soierie-vernoux/logo";

/** The front with a page behind it that says how much of a body came through. */
const server = http.createServer(async (req, res) => {
  const status = await refusalOf(req, origin());
  if (status) return refuse(req, res, status);
  // Next gives a route a request only when nobody has read from it.
  const isTouched = req.readableDidRead;
  const { length } = await buffer(req);
  res.end(isTouched && req.url.startsWith("/api/") ? "touched" : String(length));
});

const origin = listenWhileTested(server);

function picture(bytes) {
  const head = `--${EDGE}\r\nContent-Disposition: form-data; name="logo"; filename="logo.png"\r\n\r\n`;
  return Buffer.concat([
    Buffer.from(head),
    Buffer.alloc(bytes),
    Buffer.from(`\r\n--${EDGE}--\r\n`),
  ]);
}

/** Sends a form as a browser does: the whole of it, and only then looks at the answer. */
function post(path, body) {
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: ${new URL(origin()).host}`,
    `Origin: ${origin()}`,
    "Accept: text/html,*/*;q=0.8",
    `Content-Type: multipart/form-data; boundary=${EDGE}`,
    `Content-Length: ${body.length}`,
    "Connection: close",
  ];
  return new Promise((resolve, reject) => {
    const socket = net.connect(server.address().port, "127.0.0.1").on("error", reject).pause();
    socket.write(`${head.join("\r\n")}\r\n\r\n`);
    socket.write(body, async () => {
      const [first, ...rest] = (await buffer(socket)).toString().split("\r\n\r\n");
      const [, location] = first.match(/^location: (.*)$/im) ?? [];
      resolve({ status: Number(first.split(" ")[1]), location, text: rest.join("") });
    });
  });
}

describe("a logo", () => {
  test("of 1.5 MB, and of all that the hint allows, comes through whole", async () => {
    for (const bytes of [1.5 * MB, LOGO_BYTES]) {
      const body = picture(bytes);
      expect(await post(`${LOGO}?locale=zh`, body)).toMatchObject({
        status: 200,
        text: String(body.length),
      });
    }
  });

  test.each([
    ["?locale=zh", "zh"],
    ["?locale=en", "en"],
    ["?locale=fr", "fr"],
    ["?locale=de", "fr"],
    ["?locale=//evil.example", "fr"],
    ["", "fr"],
  ])("of 30 MB goes back to its form: %s in %s", async (query, locale) => {
    const { status, location } = await post(LOGO + query, picture(30 * MB));
    expect([status, location]).toEqual([
      303,
      `/${locale}/organisations/soierie-vernoux/edit?refused=logoTooLarge#logo`,
    ]);
  });

  test("however the address is written, nobody is led elsewhere", async () => {
    for (const path of ["/api/organisations/..%2F..%2Fevil/logo", `${LOGO}/x`, `/fr${LOGO}`]) {
      expect((await post(path, picture(3 * MB))).status).toBe(413);
    }
  });
});

test("a document of a room: 10 MB come through, 30 MB go back to its page", async () => {
  const path = "/api/projects/shared-office/room/documents?locale=zh";
  expect((await post(path, picture(10 * MB))).status).toBe(200);
  const { status, location } = await post(path, picture(30 * MB));
  expect([status, location]).toEqual([
    303,
    "/zh/projects/shared-office/room/documents?refused=fileTooLarge#add",
  ]);
});

test("a file of a project comes through up to 10 MB, a larger one goes back to its form", async () => {
  const path = "/api/projects/shared-office/files?locale=en";
  expect((await post(path, picture(10 * MB))).status).toBe(200);
  const { status, location } = await post(path, picture(30 * MB));
  expect([status, location]).toEqual([
    303,
    "/en/projects/shared-office?refused=fileTooLarge#files",
  ]);
});

test("1.5 MB are too much anywhere else, in words of the reader's language, once all is sent", async () => {
  for (const [path, word] of [
    ["/zh/organisations/new", "请缩短"],
    ["/api/organisations/similar?locale=en", "Shorten it"],
    ["/fr/activities/new", "Raccourcissez"],
  ]) {
    const { status, text } = await post(path, picture(1.5 * MB));
    expect(status).toBe(413);
    expect(text).toContain(word);
  }
});

describe("who announces much", () => {
  const announce = (length, onAnswer) =>
    new Promise((resolve) => {
      const socket = net.connect(server.address().port, "127.0.0.1").on("error", () => {});
      socket.write(`POST ${LOGO} HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`);
      socket.once("data", () => onAnswer(socket)).once("close", resolve);
    });

  test("and sends nothing is answered at once", async () => {
    await announce(10 * MB, (socket) => socket.destroy());
  });

  test("and never ends is let go", async () => {
    let sent = 0;
    await announce(10 ** 12, (socket) => {
      const sendOn = () => {
        if (socket.destroyed) return;
        sent += MB;
        socket.write(Buffer.alloc(MB), sendOn);
      };
      sendOn();
    });
    expect(sent).toBeLessThan(60 * MB);
  });
});

test.each([
  [{ origin: "https://club.example" }, null],
  [{ "sec-fetch-site": "same-origin" }, null],
  [{ origin: "https://evil.example" }, 403],
  [{ origin: "null" }, 403],
  [{ "sec-fetch-site": "cross-site" }, 403],
  [{ origin: "https://evil.example", "sec-fetch-site": "same-origin" }, 403],
])("what is posted with %o is told from another site's", async (said, status) => {
  const headers = { host: "club.example", ...said };
  const posted = { method: "POST", url: "/fr/sign-in", headers };
  expect(await refusalOf(posted, "https://club.example")).toBe(status);
});

test("a method that a route has refused is not among those that it takes", () => {
  const told = ["PUT", "POST", "GET", "HEAD"].map((method) => allowedAt("/api/members", method));
  expect(told).toEqual([
    "GET, HEAD, OPTIONS, POST",
    "GET, HEAD, OPTIONS",
    "OPTIONS, POST",
    "OPTIONS, POST",
  ]);
});

describe("an address that takes no form, or is nobody's", () => {
  const ask = (method, path) =>
    fetch(origin() + path, { method, headers: { "accept-language": "fr" } });

  test.each(["/healthz", "/readyz", "/icon.png", "/.well-known/security.txt"])(
    "POST to %s is refused in words and says what is taken",
    async (path) => {
      const answer = await ask("POST", path);
      expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
      expect(await answer.text()).toContain("méthode");
    },
  );

  test.each(["/_next/image?url=%2Ficon-192.png&w=64&q=75", "/_global-error", "/_global-error?a"])(
    "%s is nothing of ours",
    async (path) => {
      const answer = await ask("GET", path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain("n’existe pas");
    },
  );

  /** Asks as it is written: `fetch` would walk the dots itself. */
  const askRaw = (path) =>
    new Promise((resolve, reject) => {
      const { port } = server.address();
      http
        .get({ host: "127.0.0.1", port, path }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        })
        .on("error", reject);
    });

  test.each([
    "/_next/./image?url=%2Ficon-192.png&w=64&q=75",
    "/./_global-error",
    "/%2e/_global-error",
    "/_next/../missing?x=1",
    "/api/../fr/sign-in",
    "/api/%2E%2e/fr/sign-in",
    "/fr/.%2e/api",
    "/api/..\\fr\\sign-in",
    "/fr/..",
    "/.?a",
  ])("%s would be walked to another address than is looked at here", async (path) => {
    expect(await askRaw(path)).toBe(400);
  });

  test.each(["/.well-known/x", "/fr/a..b/..c/.d", "/fr/.../x", "/fr?next=/../x", "/fr/%2e%2ejs"])(
    "%s stays where it is",
    async (path) => {
      expect(await askRaw(path)).toBe(200);
    },
  );

  test("a method that HTTP does not know is refused in every language", () => {
    const [head, body] = rawRefusal({ code: "HPE_INVALID_METHOD" }, { "X-A": "b" }).split(
      "\r\n\r\n",
    );
    expect(head).toMatch(/^HTTP\/1\.1 405 .*\r\nX-A: b\r\n/);
    expect(head).toContain("Allow: GET, HEAD, OPTIONS, POST");
    expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}`);
    expect(body.trim().split("\n")).toHaveLength(3);
  });

  test.each(["HPE_HEADER_OVERFLOW", "ERR_HTTP_REQUEST_TIMEOUT", "HPE_INVALID_URL"])(
    "%s is told in words",
    (code) => expect(rawRefusal({ code }, {})).not.toContain("undefined"),
  );
});
