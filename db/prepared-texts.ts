/** A plan keeps some 100 bytes for each character of its text on each connection: 50 MB on the fullest. */
const MOST_CHARACTERS = 500_000;
/** What the smallest plan keeps. */
const LEAST_CHARACTERS = 1000;
/** Of the texts met once, those whose second time is waited for: a choice of filters that nobody makes again has none. */
const MOST_MET = 1000;

/**
 * Which texts a client prepares by name: from their second use on, and only so much text, since postgres.js keeps a name as
 * long as its connection. The others are parsed and planned at each use.
 */
export class PreparedTexts {
  readonly #met = new Set<string>();
  /** With each whether its name may still be used. */
  readonly #named = new Map<string, boolean>();
  #room = MOST_CHARACTERS;

  /** Whether a text that is about to be sent shall have a name. */
  meet(text: string): boolean {
    const isNamed = this.#named.get(text);
    if (isNamed !== undefined) return isNamed;
    const size = Math.max(text.length, LEAST_CHARACTERS);
    if (size > this.#room) return false;
    if (this.#met.delete(text)) {
      this.#room -= size;
      this.#named.set(text, true);
      return true;
    }
    const [oldest] = this.#met.size >= MOST_MET ? this.#met : [];
    if (oldest !== undefined) this.#met.delete(oldest);
    this.#met.add(text);
    return false;
  }

  /** What a name stands for fits the tables no more, on any of the connections: its text goes without from now on. */
  forget(text: string | null): void {
    if (text !== null && this.#named.has(text)) this.#named.set(text, false);
  }
}
