import { DeadlinePassed } from "./errors";

/** What one operation may still say to the server. */
export class Deadline {
  /** The connection is gone: not even a rollback may be sent. */
  isLost = false;
  /** Something was sent that the server may have kept. */
  mayHaveWritten = false;
  /** Rejects when the operation runs into its deadline or loses its connection. */
  readonly shut: Promise<never>;
  #isOver = false;
  #reject: (reason: unknown) => void = () => {};

  constructor() {
    this.shut = new Promise<never>((_, reject) => {
      this.#reject = reject;
    });
    this.shut.catch(() => {});
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Throws once the operation is over: a straggler would speak outside its transaction. */
  check(): void {
    if (this.#isOver) throw new DeadlinePassed("this operation has ended");
  }

  end(reason?: unknown): void {
    this.#isOver = true;
    this.#reject(reason);
  }

  lose(reason: unknown): void {
    this.isLost = true;
    this.end(reason);
  }
}
