import { readForm } from "../../lib/core/files/read-form.mjs";

/** No page has as many fields; what reads them may take long for each. */
const MOST = 1000;

const forms = new WeakMap();

/** The form of a request that `isFormReadable` was asked about; undefined for any other. */
export const sentForm = (req) => forms.get(req);

/** Reads the announced body and puts it back, so that the page reads it again. Null when it did not arrive whole. */
function peekBody(req) {
  const length = Number(req.headers["content-length"] ?? 0);
  if (length === 0) return Promise.resolve(Buffer.alloc(0));
  return new Promise((resolve) => {
    const settle = (body) => {
      req.off("readable", look).off("close", giveUp);
      if (body) req.unshift(body);
      resolve(body);
    };
    const look = () => {
      const body = req.read(length);
      if (body) settle(body.length === length ? body : null);
    };
    const giveUp = () => settle(null);
    req.on("readable", look).on("close", giveUp);
  });
}

/**
 * True when a form (`multipart/form-data`, RFC 7578) has arrived whole and can be read. What its fields hold is not
 * looked at here.
 */
export async function isFormReadable(req) {
  const body = await peekBody(req);
  const form = body && (await readForm(body, String(req.headers["content-type"]), MOST));
  if (form) forms.set(req, form);
  return form !== null;
}
