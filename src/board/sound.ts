/**
 * The room's sound, off until asked: telephones ringing far away, and among them busy tones, more of them as more
 * calls are lost. French tones: 440 Hz; ringing 1.5 s on, 3.5 s off; busy 0.5 s on, 0.5 s off. All synthesised.
 */
export interface RoomSound {
  setOn(on: boolean): void;
  /** Share of attempts lost now: how many of the lines are busy tones. */
  setLoss(loss: number): void;
  knock(): void;
  /** A phase of the exercise begins. */
  bell(): void;
  destroy(): void;
}

const PITCH = 440;
const LEVEL = 0.035;
/** Lines heard at once, at most. */
const LINES = 6;

interface Graph {
  readonly context: AudioContext;
  readonly out: GainNode;
}

function open(): Graph {
  const context = new AudioContext();
  // Far away: dull, quiet, with a little of the room in it.
  const far = context.createBiquadFilter();
  far.type = 'lowpass';
  far.frequency.value = 900;
  const out = context.createGain();
  out.gain.value = LEVEL;
  const echo = context.createDelay(0.5);
  echo.delayTime.value = 0.11;
  const again = context.createGain();
  again.gain.value = 0.35;
  out.connect(far);
  far.connect(context.destination);
  far.connect(echo);
  echo.connect(again);
  again.connect(echo);
  again.connect(context.destination);
  return { context, out };
}

/** One burst of tone from `at` for `length` seconds, with soft edges. */
function tone({ context, out }: Graph, at: number, length: number, level: number, pan: number): void {
  const oscillator = context.createOscillator();
  const envelope = context.createGain();
  const side = context.createStereoPanner();
  oscillator.frequency.value = PITCH;
  side.pan.value = pan;
  envelope.gain.setValueAtTime(0, at);
  envelope.gain.linearRampToValueAtTime(level, at + 0.03);
  envelope.gain.setValueAtTime(level, at + length - 0.05);
  envelope.gain.linearRampToValueAtTime(0, at + length);
  oscillator.connect(envelope).connect(side).connect(out);
  oscillator.start(at);
  oscillator.stop(at + length);
}

export function createRoomSound(): RoomSound {
  let graph: Graph | null = null;
  let timer = 0;
  let loss = 0;
  let line = 0;

  const ring = (): void => {
    if (!graph) return;
    const { context } = graph;
    const busy = Math.round(Math.min(1, loss * 2.5) * LINES);
    // A line each time, one after another: which of them are busy tones follows the loss.
    line = (line + 1) % LINES;
    const pan = ((line * 2) % LINES) / (LINES / 2) - 1;
    const at = context.currentTime + 0.05;
    if (line < busy) for (let i = 0; i < 5; i++) tone(graph, at + i, 0.5, 0.55, pan * 0.8);
    else if (line % 2 === 0) tone(graph, at, 1.5, 0.4, pan * 0.8);
  };

  return {
    setOn(on) {
      if (on === (graph !== null)) return;
      window.clearInterval(timer);
      if (on) {
        graph = open();
        timer = window.setInterval(ring, 2_500);
        ring();
      } else {
        const closing = graph;
        graph = null;
        closing?.context.close().catch(() => undefined);
      }
    },
    setLoss(next) {
      loss = next;
    },
    knock() {
      if (!graph) return;
      const { context, out } = graph;
      const oscillator = context.createOscillator();
      const envelope = context.createGain();
      const at = context.currentTime;
      oscillator.frequency.setValueAtTime(160, at);
      oscillator.frequency.exponentialRampToValueAtTime(70, at + 0.12);
      envelope.gain.setValueAtTime(2, at);
      envelope.gain.exponentialRampToValueAtTime(0.001, at + 0.16);
      oscillator.connect(envelope).connect(out);
      oscillator.start(at);
      oscillator.stop(at + 0.18);
    },
    bell() {
      if (!graph) return;
      const { context, out } = graph;
      const at = context.currentTime;
      // A small bell: a note and two of its partials, which die sooner the higher they are.
      for (const [partial, level, length] of [
        [1, 1.6, 1.9],
        [2.76, 0.6, 0.9],
        [5.4, 0.25, 0.4],
      ] as const) {
        const oscillator = context.createOscillator();
        const envelope = context.createGain();
        oscillator.frequency.value = 523 * partial;
        envelope.gain.setValueAtTime(level, at);
        envelope.gain.exponentialRampToValueAtTime(0.001, at + length);
        oscillator.connect(envelope).connect(out);
        oscillator.start(at);
        oscillator.stop(at + length);
      }
    },
    destroy() {
      window.clearInterval(timer);
      graph?.context.close().catch(() => undefined);
      graph = null;
    },
  };
}
