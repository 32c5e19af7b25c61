/** A plan keeps some 100 bytes for each character of its text on each connection: 50 MB on the fullest. */
const MOST_CHARACTERS = 500_000;
/** What the smallest plan keeps. */
const LEAST_CHARACTERS = 1000;
/** Of the texts without a name, those whose uses are counted; the one that was not used the longest goes first. */
const MOST_MET = 1000;

/**
 * Which texts a client prepares by name: from their second use on, and the later the less room is left, since postgres.js
 * keeps a name as long as its connection: a page that everybody opens has its name also after many choices of filters that
 * somebody made twice. The others are parsed and planned at each use.
 */
export class PreparedTexts {
  readonly #uses = new Map<string, number>();
  /** With each whether its name may still be used. */
  readonly #named = new Map<string, boolean>();
  #room = MOST_CHARACTERS;

  /** Whether a text that is about to be sent shall have a name. */
  meet(text: string): boolean {
    const isNamed = this.#named.get(text);
    if (isNamed !== undefined) return isNamed;
    const size = Math.max(text.length, LEAST_CHARACTERS);
    if (size > this.#room) return false;
    const uses = (this.#uses.get(text) ?? 0) + 1;
    this.#uses.delete(text);
    // Two for the first third of the room, twenty for the second, two hundred for the last.
    const thirdsTaken = Math.floor(3 * (1 - this.#room / MOST_CHARACTERS));
    if (uses >= 2 * 10 ** thirdsTaken) {
      this.#room -= size;
      this.#named.set(text, true);
      return true;
    }
    const [oldest] = this.#uses.size >= MOST_MET ? this.#uses.keys() : [];
    if (oldest !== undefined) this.#uses.delete(oldest);
    this.#uses.set(text, uses);
    return false;
  }

  /** What a name stands for fits the tables no more, on any of the connections: its text goes without from now on. */
  forget(text: string | null): void {
    if (text !== null && this.#named.has(text)) this.#named.set(text, false);
  }
}
