/** A plan keeps 100 to 220 bytes for each character of its text: 100 MB on the fullest connection. */
const MOST_CHARACTERS = 600_000;
/** What the smallest plan keeps. */
const LEAST_CHARACTERS = 1200;
/** Of the texts without a name, those that are known again; the one that was not asked for the longest goes first. */
const MOST_MET = 1000;
/** A connection is worn once it has planned so many times its room for texts that came again and found none. */
const WORN = 2;

/** The texts that were asked without a name, on any connection of a client. */
export class MetTexts {
  readonly #texts = new Set<string>();

  /** Whether it has come before. */
  meet(text: string): boolean {
    const isKnown = this.#texts.delete(text);
    const [oldest] = !isKnown && this.#texts.size >= MOST_MET ? this.#texts : [];
    if (oldest !== undefined) this.#texts.delete(oldest);
    this.#texts.add(text);
    return isKnown;
  }
}

/**
 * Which texts a connection prepares by name: from their second use on, while there is room, since postgres.js keeps a name as
 * long as its connection. The others are parsed and planned at each use. The texts of lists hold the day, so that names die:
 * a connection that is worn gives way to a fresh one.
 */
export class PreparedTexts {
  readonly #met: MetTexts;
  /** With each whether its name may still be used. */
  readonly #named = new Map<string, boolean>();
  #room = MOST_CHARACTERS;
  #planned = 0;

  constructor(met = new MetTexts()) {
    this.#met = met;
  }

  /** Whether a text that is about to be sent shall have a name. */
  meet(text: string): boolean {
    const isNamed = this.#named.get(text);
    if (isNamed) return true;
    const isKnown = isNamed === false || this.#met.meet(text);
    if (!isKnown) return false;
    const size = Math.max(text.length, LEAST_CHARACTERS);
    if (isNamed === undefined && size <= this.#room) {
      this.#room -= size;
      this.#named.set(text, true);
      return true;
    }
    this.#planned += size;
    return false;
  }

  /** What a name stands for fits the tables no more, on any of the connections: its text goes without from now on. */
  forget(text: string | null): void {
    if (text !== null && this.#named.has(text)) this.#named.set(text, false);
  }

  /** Whether names made anew would cost less than doing without them has. */
  get isWorn(): boolean {
    return this.#planned > WORN * MOST_CHARACTERS;
  }
}
