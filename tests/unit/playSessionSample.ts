import type { ExerciseSetup, SeatId } from '../../src/session/playProtocol.ts';
import type { PlayReport, PlayRequest } from '../../src/session/playProtocol.ts';
import { PlaySession } from '../../src/session/playSession.ts';
import type { SeatView } from '../../src/view/seatView.ts';
import { clock } from '../../src/kernel/time.ts';

const WILLING = { by: 'machine', doctrine: 'willing-2021' } as const;

/** The evening of 2 June with people in the given seats, from 16:40. */
export function soloSetup(seats: readonly SeatId[], change: Partial<ExerciseSetup> = {}): ExerciseSetup {
  const holder = (seat: SeatId) => (seats.includes(seat) ? ({ by: 'person' } as const) : WILLING);
  return {
    scenario: '2021-06-02',
    seed: 2021,
    measures: [],
    seats: {
      orange: holder('orange'),
      ministry: holder('ministry'),
      anssi: holder('anssi'),
      services: holder('services'),
    },
    home: '59',
    tempo: 'solo',
    from: clock('16:40'),
    to: clock('24:00'),
    set: {},
    ...change,
  };
}

type Of<Type extends PlayReport['type']> = Extract<PlayReport, { type: Type }>;

/** A session with a wall clock of its own, and what it last said. */
export class HeldSession {
  readonly session = new PlaySession('test');
  now = 1_000_000;
  readonly views = new Map<SeatId, SeatView>();
  readonly lines: string[] = [];
  private ids = 0;

  ask(request: PlayRequest): PlayReport[] {
    return this.keep(this.session.handle(request, this.now));
  }

  /** Lets real time pass, in steps. */
  wait(ms: number, step = 50): PlayReport[] {
    const said: PlayReport[] = [];
    for (let spent = 0; spent < ms; spent += step) {
      this.now += step;
      said.push(...this.keep(this.session.tick(this.now)));
    }
    return said;
  }

  command(seat: SeatId, body: Extract<PlayRequest, { type: 'command' }>['body']): PlayReport[] {
    return this.ask({ type: 'command', seat, id: `c${this.ids++}`, body });
  }

  get text(): string {
    return this.lines.map((line) => `${line}\n`).join('');
  }

  get hash(): string {
    return this.one(this.ask({ type: 'hash' }), 'hash').hash;
  }

  get clock(): Of<'clock'>['clock'] {
    return this.one(this.ask({ type: 'composing', on: false }), 'clock').clock;
  }

  one<Type extends PlayReport['type']>(reports: readonly PlayReport[], type: Type): Of<Type> {
    const found = reports.findLast((report): report is Of<Type> => report.type === type);
    if (found === undefined)
      throw new Error(`no ${type} among ${JSON.stringify(reports.map((report) => report.type))}`);
    return found;
  }

  private keep(reports: PlayReport[]): PlayReport[] {
    for (const report of reports) {
      if (report.type === 'seat') this.views.set(report.view.seat, report.view);
      if (report.type === 'seatChange')
        this.views.set(report.seat, { ...this.views.get(report.seat)!, ...report.changes });
      if (report.type === 'lines') {
        if (report.whole) this.lines.length = 0;
        this.lines.push(...report.lines.map((line) => JSON.stringify(line)));
      }
    }
    return reports;
  }
}
