import "server-only";
import { z } from "zod";
import { env } from "../env";
import type { TranslationProvider, TranslationRequest } from "./translation-provider";

/** More than the longest text of an entry takes in any script, escaped. */
const MOST_BYTES = 512 * 1024;

const answered = z.object({ translatedText: z.string() });

/**
 * A service with the address of LibreTranslate (`POST {q, source, target, format, api_key}` → `{translatedText}`), one text
 * after the other. It is asked at the operator's address alone: whoever answers with another one is not followed.
 */
export const libreTranslate: TranslationProvider = {
  get name() {
    return env().TRANSLATION_NAME ?? "";
  },
  async translate({ texts, ...rest }) {
    const made: string[] = [];
    for (const text of texts) made.push(await translateOne(text, rest));
    return made;
  },
};

async function translateOne(
  q: string,
  { from: source, to: target, signal }: Omit<TranslationRequest, "texts">,
): Promise<string> {
  const { TRANSLATION_URL = "", TRANSLATION_KEY: api_key } = env();
  const answer = await fetch(TRANSLATION_URL, {
    ...{ method: "POST", redirect: "error", cache: "no-store", signal },
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ q, source, target, format: "text", api_key }),
  });
  if (!answer.ok) {
    await answer.body?.cancel();
    throw Object.assign(new Error(), { name: `Status${answer.status}` });
  }
  return answered.parse(JSON.parse(await readSome(answer))).translatedText;
}

/** The whole answer, unless it is longer than any translation. */
async function readSome({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw Object.assign(new Error(), { name: "TooLong" });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
