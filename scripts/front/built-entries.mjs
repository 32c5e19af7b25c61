import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import zlib from "node:zlib";
import compression from "compression";

const require = createRequire(import.meta.url);
const { releaseCompressionStream } = require("next/dist/server/lib/release-compression-stream.js");

/** Whether Next would read the address as it is written, and finds none of the names in it that it keeps for itself. */
const isPlain = (pathname, query) =>
  /^(?:\/[\w~-]+)+$/.test(pathname) &&
  query.split("&").every((pair) => /^(?:(?!nxt|nextInternal)[\w-]+(?:=|$)|$)/i.test(pair));

/** What is read by scripts, and no page. */
const DATA = /^\/api(?=[/?#]|$)/;

/** The second word of an address, after its language: of 219 entries less than a tenth have the same, or any there. */
const wordOf = (pathname) => pathname.split("/", 3)[2];
const isAnyWord = (word) => word?.startsWith("[");

/**
 * Each address that the build answers with the file that does, null where Next is to, in the order in which Next tries
 * them; by their second word, each with those that have any there, which stand alone under null.
 */
function readEntries(folder) {
  const read = (name) => JSON.parse(fs.readFileSync(path.join(folder, name), "utf8"));
  const { staticRoutes, dynamicRoutes } = read("routes-manifest.json");
  const files = read("server/app-paths-manifest.json");
  const entryOf = new Map(
    Object.entries(read("app-path-routes-manifest.json")).map(([entry, page]) => [page, entry]),
  );
  const entries = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
    word: wordOf(page),
    pattern: new RegExp(regex),
    isData: DATA.test(page),
    file: /^\/_|\[\.\.\./.test(page) ? null : path.join(folder, "server", files[entryOf.get(page)]),
  }));
  const words = [...new Set(entries.map(({ word }) => word)), null];
  return new Map(
    words.map((its) => [its, entries.filter(({ word }) => word === its || isAnyWord(word))]),
  );
}

/** 256 KiB (2^18 bytes): more than any page is; each that is being packed holds as much. */
const PACKING_WINDOW = 18;

/**
 * Gives `enter(req, res)`, which hands whoever asks for a page or a route, or sends it a form, to its entry of the
 * build, as Next describes it for those who serve a build themselves ("Invoking Entrypoints"), and says whether it did:
 * Next's own way there costs up to a tenth of an answer. What Next's script asks for in place of a page, and addresses
 * that no entry has or that are not plain are left to Next. Throws what the entry throws. `isNoData(req)` says whether an
 * address of data is one that the build does not have: Next would draw a page for it.
 *
 * @param {{ root: string, origin: string }} where the folder of the portal with its build, and the address it is known by.
 */
export function openEntries({ root, origin }) {
  const entries = readEntries(path.join(root, ".next"));
  const compress = compression({
    brotli: { params: { [zlib.constants.BROTLI_PARAM_LGWIN]: PACKING_WINDOW } },
  });
  const relativeProjectDir = path.relative(process.cwd(), root);
  const nearTo = (pathname) => entries.get(wordOf(pathname)) ?? entries.get(null);

  function isNoData({ url }) {
    if (!DATA.test(url)) return false;
    const [pathname] = url.split(/[?#]/, 1);
    return !nearTo(pathname).some(({ isData, pattern }) => isData && pattern.test(pathname));
  }

  async function enter(req, res) {
    if (req.headers.rsc !== undefined) return false;
    const [, pathname, query] = /^([^?]*)\??(.*)$/.exec(req.url);
    const isItsOwn = ({ pattern }) => pattern.test(pathname);
    const entry = isPlain(pathname, query) && nearTo(pathname).find(isItsOwn);
    if (!entry?.file) return false;
    // The head goes out with the first piece of the answer, not in a packet of its own.
    res.flushHeaders = () => {};
    compress(req, res, () => {});
    res.once("close", () => !res.writableFinished && releaseCompressionStream(res));
    // Once: Next looks behind each `require` for what it replaces.
    entry.loaded ??= require(entry.file);
    const { handler } = await entry.loaded;
    await handler(req, res, { requestMeta: { relativeProjectDir, initURL: origin + req.url } });
    return true;
  }

  return { enter, isNoData };
}
