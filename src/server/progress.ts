const WIDTH = 30;

/** A bar on the error output, only when a person is there to see it; erased at the end. */
export class Progress {
  readonly #total: number;
  readonly #shown: boolean;
  #done = 0;
  #last = 0;

  constructor(total: number) {
    this.#total = total;
    this.#shown = process.stderr.isTTY && total > 1;
  }

  advance(by = 1): void {
    this.#done += by;
    const now = Date.now();
    if (!this.#shown || (now - this.#last < 100 && this.#done < this.#total)) return;
    this.#last = now;
    const full = Math.floor((WIDTH * this.#done) / this.#total);
    process.stderr.write(`\r${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${this.#done}/${this.#total}`);
  }

  end(): void {
    if (this.#shown) process.stderr.write('\r\u001B[K');
  }
}
