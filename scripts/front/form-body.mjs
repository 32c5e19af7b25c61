/** Values and references of React's form encoding, version 19.3: `$K1` a form, `$@1` a part, `$$` an escaped `$`. */
const SPECIAL = /^\$(\$|K|@|undefined$|-?Infinity$|-0$|NaN$)/;
const REFERENCE = /^\$([K@])([0-9a-f]+)$/;
/** No page has as many fields, or values in its machine part; what reads them may take long for each. */
const MOST = 1000;
const ENCODED = /^\$ACTION_\d+:\d+$/;

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

/** What the machine part may refer to: parts by number (`1:3`) or by whole name, and once the form itself; with what was counted so far. */
function readReferences(names) {
  return {
    parts: new Set(names.flatMap((name) => [name, name.split(":").at(-1)])),
    forms: 0,
    values: 0,
  };
}

function isReferenceGood(value, known) {
  if (!value.startsWith("$")) return true;
  if (!SPECIAL.test(value)) return false;
  const [, kind, id] = value.match(REFERENCE) ?? [];
  if (kind === "K") return ++known.forms === 1;
  return (
    kind === undefined || known.parts.has(id) || known.parts.has(String(Number.parseInt(id, 16)))
  );
}

function isValueGood(value, known, depth = 0) {
  if (depth > 32 || ++known.values > MOST) return false;
  if (typeof value === "string") return isReferenceGood(value, known);
  if (value === null || typeof value !== "object") return true;
  return Object.values(value).every((inner) => isValueGood(inner, known, depth + 1));
}

function isEncodedGood(text, known) {
  try {
    return isValueGood(JSON.parse(text), known);
  } catch {
    return false;
  }
}

/** An action sent by the page's script carries `[state, form]` in its field "0". */
function isCall(text) {
  const call = JSON.parse(text);
  return Array.isArray(call) && call.length === 2 && /^\$K[0-9a-f]+$/.test(call[1]);
}

/**
 * True when a form can be read: Next answers with "internal error" to one that breaks off, or whose machine part
 * is not what React writes. What people typed is not looked at here.
 */
export async function isFormReadable(req) {
  const body = await peekBody(req);
  if (!body) return false;
  const isScripted = req.headers["next-action"] !== undefined;
  try {
    const form = await new Response(body, {
      headers: { "content-type": req.headers["content-type"] },
    }).formData();
    const names = [...form.keys()];
    if (names.length > MOST) return false;
    const known = readReferences(names);
    const encoded = [...form].filter(
      ([name]) => ENCODED.test(name) || (isScripted && /^[0-9a-f]+$/.test(name)),
    );
    if (isScripted && !isCall(form.get("0"))) return false;
    forms.set(req, form);
    return encoded.every(([, value]) => typeof value === "string" && isEncodedGood(value, known));
  } catch {
    return false;
  }
}
