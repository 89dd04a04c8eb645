import type { Arrays } from '../kernel/arrays.ts';
import { longer } from './floor.ts';
import type { StateArray } from './floor.ts';

/** Which calls, waiting or in conversation, go through each module: lists, so that those of a module can be cut. */
export class CallsThrough {
  /** Module of each caller's call + 1, 0 when it goes through none. */
  declare private module: Uint8Array;
  declare private next: Int32Array;
  declare private prev: Int32Array;
  declare private readonly head: Int32Array;

  constructor(callers: number, modules: number, arrays: Arrays) {
    this.module = arrays.uint8(callers);
    this.next = arrays.int32(callers);
    this.prev = arrays.int32(callers);
    this.head = new Int32Array(modules).fill(-1);
  }

  /** More callers, who have no call yet. */
  widen(callers: number): void {
    this.module = longer(this.module, new Uint8Array(callers));
    this.next = longer(this.next, new Int32Array(callers));
    this.prev = longer(this.prev, new Int32Array(callers));
  }

  add(caller: number, module: number): void {
    const first = this.head[module]!;
    this.module[caller] = module + 1;
    this.next[caller] = first;
    this.prev[caller] = -1;
    if (first >= 0) this.prev[first] = caller;
    this.head[module] = caller;
  }

  remove(caller: number): void {
    const module = this.module[caller]! - 1;
    if (module < 0) return;
    const next = this.next[caller]!;
    const prev = this.prev[caller]!;
    if (prev < 0) this.head[module] = next;
    else this.next[prev] = next;
    if (next >= 0) this.prev[next] = prev;
    this.module[caller] = 0;
  }

  /** First caller of a module's list, -1 when it is empty. */
  first(module: number): number {
    return this.head[module]!;
  }

  after(caller: number): number {
    return this.next[caller]!;
  }

  arrays(): StateArray[] {
    return [this.module, this.next, this.prev, this.head];
  }
}
