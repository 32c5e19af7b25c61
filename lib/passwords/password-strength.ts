import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import type { ErrorCode } from "@/lib/core/errors";
import { fold } from "@/lib/core/text/fold";
import { COMMON_WORDS } from "./common-words";

/** zxcvbn's scale goes to 4; 3 means at least 10^8 guesses. */
const LEAST_SCORE = 3;

/** What must be left once the words anybody would try first are taken out. */
const LEAST_REST = 8;

/** The estimate grows with the square of the length; past this it is beyond doubt. */
const LOOKED_AT = 100;

let estimator: ZxcvbnFactory | undefined;

/**
 * Why a password cannot be chosen, or null. Length and guessability count, not kinds of characters (CNIL 2022-100,
 * ASVS 5.0 6.2). `about` is what others know of the person: address, name, the club's name.
 */
export function passwordFault(password: string, about: readonly string[]): ErrorCode | null {
  if (Array.from(password).length < 12) return "passwordTooShort";
  if (password.length > 256) return "passwordTooLong";
  const known = about
    .flatMap((text) => fold(text).split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 2);
  const looked = password.slice(0, LOOKED_AT);
  estimator ??= new ZxcvbnFactory({ dictionary: { common: [...COMMON_WORDS] } });
  const isWeak = estimator.check(looked, known).score < LEAST_SCORE;
  return isWeak || restOf(looked, known).length < LEAST_REST ? "passwordGuessable" : null;
}

function restOf(password: string, known: readonly string[]): string {
  const words = [...known, ...COMMON_WORDS].sort((a, b) => b.length - a.length);
  return words.reduce((rest, word) => rest.replaceAll(word, ""), fold(password).replace(/\s/g, ""));
}
