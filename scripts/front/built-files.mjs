import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { accepts } from "./accepted.mjs";
import { FOR_EVER } from "./response-headers.mjs";

/** What Next keeps for its own: for browsers, only what the build made lies there. */
const OWN = "/_next/";
const WHERE = `${OWN}static/`;
/** What the build makes for browsers; whatever else lies there is left to Next. */
const TYPES = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
  ".woff2": "font/woff2",
};
/** What is text; a font is packed already. */
const PACKED = /\.(?:js|css)$/;
const PACK = /\.br$/;

const packBest = promisify(zlib.brotliCompress);

/** The files below a folder, by their paths in it. */
export const namesIn = (folder) =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => path.relative(folder, path.join(it.parentPath, it.name)));

/** Packs what the build made for browsers as well as it can be packed, a file beside each (`….br`): a second of CPU. */
export async function packBuilt(folder) {
  for (const name of namesIn(folder).filter((it) => PACKED.test(it))) {
    const file = path.join(folder, name);
    fs.writeFileSync(`${file}.br`, await packBest(fs.readFileSync(file)));
  }
}

/** The file as it is, and by each name of a way to pack it that browsers know, best first. */
function readFile(file, name) {
  const plain = fs.readFileSync(file);
  const packed = new Map();
  if (PACKED.test(name)) {
    if (fs.existsSync(`${file}.br`)) packed.set("br", fs.readFileSync(`${file}.br`));
    packed.set("gzip", zlib.gzipSync(plain));
  }
  const mark = `W/"${createHash("sha256").update(plain).digest("base64url").slice(0, 16)}"`;
  return { plain, packed, mark, type: TYPES[path.extname(name)] };
}

/**
 * Keeps what a build made for browsers (`.next/static`, some 2 MB) in memory: nothing is packed or read when it is asked
 * for, and a build that is made meanwhile takes none of it away. Gives `answerBuilt(req, res)`, which answers a request for
 * one of the files, or says with false that it does not, and `isNoFile(req)`, which says whether it is for one that the
 * build does not have: Next would draw a page for it.
 */
export function openBuiltFiles(folder) {
  const names = namesIn(folder).filter((name) => !PACK.test(name));
  const files = new Map(
    names.map((name) => [
      WHERE + name.split(path.sep).join("/"),
      path.extname(name) in TYPES ? readFile(path.join(folder, name), name) : null,
    ]),
  );
  const nameIn = ({ url }) => url.split(/[?#]/, 1)[0];
  const isNoFile = (req) => req.url.startsWith(OWN) && !files.has(nameIn(req));

  function answerBuilt(req, res) {
    const { method, headers } = req;
    const file = files.get(nameIn(req));
    if (!file || (method !== "GET" && method !== "HEAD")) return false;
    res.setHeader("Cache-Control", FOR_EVER);
    res.setHeader("ETag", file.mark);
    if (file.packed.size > 0) res.setHeader("Vary", "Accept-Encoding");
    if (headers["if-none-match"]?.includes(file.mark)) {
      res.writeHead(304).end();
      return true;
    }
    const [coding, bytes] = [...file.packed].find(([name]) => accepts(req, name)) ?? [];
    if (coding) res.setHeader("Content-Encoding", coding);
    res.setHeader("Content-Type", file.type);
    const body = bytes ?? file.plain;
    res.setHeader("Content-Length", body.length);
    res.writeHead(200).end(method === "HEAD" ? undefined : body);
    return true;
  }

  return { answerBuilt, isNoFile };
}
