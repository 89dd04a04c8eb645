import type {
  CommandBody,
  DebriefPart,
  LogLine,
  PlayReport,
  PlayRequest,
  SeatId,
} from '../session/playProtocol.ts';
import type { Asked } from './asked.ts';
import { exerciseFileName, LONGEST_FILE } from './exerciseFile.ts';
import { announceClock, announceView, type Said } from './playAnnouncement.ts';
import type { PlayClient, PlayPage } from './playClientContract.ts';
import type { PlayPort } from './playSession.ts';
import type { PlayStore } from './playStore.ts';
import { problem, type Problem } from './problem.ts';
import { createKeeper } from './keeper.ts';
import { resumeRequest, type SavedExercise, type Saves } from './saves.ts';
import { drawSeed } from './seed.ts';
import { timeLeft } from './timeLeft.ts';
import { EVENING_END, FIRST_WISH, setupOf, type Wish } from './wish.ts';

export type { PlayClient, PlayPage } from './playClientContract.ts';

export function createPlayClient(
  store: PlayStore,
  session: PlayPort,
  saves: Saves,
  page: PlayPage,
): PlayClient {
  const state = () => store.getSnapshot().context;
  const pending = new Map<string, { seat: SeatId; body: CommandBody; settle: (done: boolean) => void }>();
  let asked: Asked | null = null;
  let askedCatalogue = false;
  let wanted: Wish | null = null;
  let seedUsed = false;
  let said = 0;
  /** The try before the one on screen. */
  let earlier: SavedExercise['earlier'];
  /** Name of the file that the exercise on screen came from; empty without one. */
  let opened = '';

  const tell = (code: string, params: Problem['params'] = {}, file = ''): void =>
    page.trouble([problem(code, params, file)]);
  const relist = (): void => {
    saves.list().then(
      (saved) => store.trigger.listed({ saved }),
      () => store.trigger.listed({ saved: [] }),
    );
  };
  const secondsLeft = timeLeft(page.now);
  const debriefing = (part: DebriefPart, share: number): void =>
    store.trigger.debriefing({ part, share, left: secondsLeft(part, share) });
  const keeper = createKeeper(saves, page.now, (fault) => {
    store.trigger.kept({ keeping: 'failed' });
    tell(`saves.${fault.reason}`);
  });
  const announce = (what: Said | null): void => {
    if (what !== null) store.trigger.announced({ announcement: { n: ++said, ...what } });
  };

  const onOpened = (report: Extract<PlayReport, { type: 'opened' }>): void => {
    const how = asked ?? { kind: 'file', name: '' };
    asked = null;
    opened = how.kind === 'file' ? how.name : '';
    const record = how.kind === 'kept' ? how.record : null;
    earlier = how.kind === 'branch' ? how.earlier : record?.earlier;
    const id = record?.id ?? page.newId();
    const { setup, scenario, play, seats, resumedAt } = report;
    const guided = report.guided || record?.guided === true;
    const before = how.kind === 'new';
    const debrief = how.kind === 'kept' && how.debrief;
    keeper.hold(
      record ?? {
        id,
        setup,
        guided,
        createdAt: page.now(),
        savedAt: page.now(),
        at: resumedAt ?? setup.from,
        finished: false,
        ...(earlier === undefined ? {} : { earlier }),
        ...(how.kind === 'file' && { file: how.name }),
      },
      // What nobody begins is not kept.
      !before,
    );
    const exercise = { id, setup, scenario, play, seats, guided, resumedAt, earlier: earlier ?? null };
    const back = how.kind === 'kept' ? how.back : undefined;
    store.trigger.opened({
      exercise,
      stage: before ? 'before' : debrief ? 'debrief' : 'playing',
      ...(back === undefined ? {} : { back }),
    });
    if (!before) page.go({ page: 'exercise', id, debrief }, how.kind === 'kept' ? 'replace' : 'push');
    if (debrief) session.send({ type: 'debrief' });
  };

  const onReport = (report: PlayReport): void => {
    const before = state();
    switch (report.type) {
      case 'catalogue':
        store.trigger.catalogued({ catalogue: report.catalogue });
        if (wanted !== null) open(wanted);
        break;
      case 'opened':
        onOpened(report);
        break;
      case 'lines':
        keeper.keep(
          report.lines.map((line: LogLine) => JSON.stringify(line)),
          report.whole,
        );
        break;
      case 'clock':
        store.trigger.ticked({ clock: report.clock });
        keeper.mark(report.clock.at, report.clock.finished, !report.clock.playing);
        announce(announceClock(before.clock, report.clock));
        break;
      case 'seat':
        store.trigger.viewed({ view: report.view });
        break;
      case 'seatChange':
        store.trigger.viewChanged(report);
        if (report.seat === before.seat)
          announce(announceView(before.views[report.seat], state().views[report.seat]));
        break;
      case 'accepted':
      case 'refused':
        answer(report);
        break;
      case 'recap':
        store.trigger.recapped({ seat: report.seat, recap: report.recap });
        announce({ kind: 'jumped', at: report.recap.to });
        break;
      case 'debrief':
        store.trigger.debriefed({ part: report.part, model: report.model });
        break;
      case 'error':
        tell(report.code, report.params, asked?.kind === 'file' ? asked.name : opened);
        failed();
        break;
      case 'debriefProgress':
        debriefing(report.part, report.done / report.total);
        break;
      case 'debriefStopped':
        store.trigger.debriefStopped();
        break;
      case 'stopped':
        onStopped(report.why);
        break;
      case 'hash':
        break;
    }
  };

  /** An exercise that had begun is kept, and can be given to a new worker; without one, what was asked is asked anew. */
  const onStopped = (why: string): void => {
    const { exercise, stage } = state();
    const held = exercise !== null && stage !== 'before';
    askedCatalogue = false;
    if (held) store.trigger.stopped({ why });
    else {
      tell('playStopped', { why });
      store.trigger.left();
      // Nothing stands behind the screen before it.
      if (exercise !== null) page.go({ page: 'home' }, 'replace');
    }
    failed();
  };

  const answer = (report: Extract<PlayReport, { type: 'accepted' | 'refused' }>): void => {
    const command = pending.get(report.id);
    if (command === undefined) return;
    pending.delete(report.id);
    // First: what whoever asked then does is drawn with the answer, in one go.
    command.settle(report.type === 'accepted');
    if (report.type === 'refused') {
      store.trigger.refused({ seat: command.seat, body: command.body, refusal: report.refusal });
      announce({ kind: 'refused', refusal: report.refusal });
    } else {
      store.trigger.arranged({ seat: command.seat, desk: { refused: null } });
      // Opening a message reads it out by itself.
      if (command.body.type !== 'read') announce({ kind: 'done', body: command.body });
    }
  };

  /** Nothing was changed: what was asked for is asked no more. */
  const failed = (): void => {
    const was = asked;
    asked = null;
    store.trigger.failed();
    for (const { settle } of pending.values()) settle(false);
    pending.clear();
    if (was !== null && state().exercise === null) page.go({ page: 'home' }, 'replace');
  };

  const ask = (what: Asked, request: PlayRequest): void => {
    asked = what;
    store.trigger.asked();
    session.send(request);
  };

  const open = (wish: Wish): void => {
    const { catalogue } = state();
    if (catalogue === null) return;
    wanted = null;
    const guided = wish.length === 'first' && wish.seats.length === 1;
    ask({ kind: 'new', guided }, { type: 'open', setup: setupOf(wish, catalogue), guided });
  };

  /** What was looked back on at this very minute need not be computed again. */
  const lookBack = (): void => {
    const { debrief, clock } = state();
    if (debrief === null || debrief.at !== clock?.at) session.send({ type: 'debrief' });
  };

  session.subscribe(onReport);
  return {
    store,
    arrive() {
      if (!askedCatalogue) session.send({ type: 'catalogue' });
      askedCatalogue = true;
      // The next evening is another one, unless a link or a person asks for that very one.
      if (seedUsed) store.trigger.wished({ wish: { seed: drawSeed(), length: FIRST_WISH.length } });
      seedUsed = false;
      relist();
    },
    prepare(wish) {
      store.trigger.wished({ wish });
      wanted = wish;
      if (state().catalogue === null) this.arrive();
      else open(wish);
      seedUsed = true;
    },
    begin() {
      const { exercise } = state();
      if (exercise === null) return;
      keeper.begin();
      void saves.claim(exercise.id);
      store.trigger.staged({ stage: 'playing' });
      // One's own situation comes first.
      this.show('table');
      page.go({ page: 'exercise', id: exercise.id, debrief: false }, 'replace');
      // It stands still until somebody has seen where it begins.
    },
    async resume(id, debrief) {
      const { exercise } = state();
      if (exercise?.id === id) {
        store.trigger.staged({ stage: debrief ? 'debrief' : 'playing' });
        if (debrief) lookBack();
        return;
      }
      store.trigger.asked();
      try {
        const kept = await saves.read(id);
        if (kept === null) tell('saves.gone');
        else if (!(await saves.claim(id))) tell('saves.elsewhere');
        else {
          const { record, text } = kept;
          ask({ kind: 'kept', record, debrief }, await resumeRequest(saves, record, text));
          return;
        }
      } catch {
        tell('saves.unreadable');
      }
      store.trigger.failed();
      page.go({ page: 'home' }, 'replace');
    },
    async importFile(file) {
      if (file.size > LONGEST_FILE) {
        const found = Math.ceil(file.size / 1_000_000);
        return tell('file.tooLong', { found, most: LONGEST_FILE / 1_000_000 }, file.name);
      }
      try {
        const text = await file.text();
        ask({ kind: 'file', name: file.name }, { type: 'resume', text });
      } catch {
        tell('file.unreadable', {}, file.name);
      }
    },
    async exportFile(id, wordInFile) {
      try {
        await keeper.settled();
        const kept = await saves.read(id);
        if (kept === null) {
          tell('saves.gone');
          return null;
        }
        return {
          name: exerciseFileName(kept.record.setup, kept.record.createdAt, wordInFile),
          text: kept.text,
        };
      } catch {
        tell('saves.unreadable');
        return null;
      }
    },
    async remove(id) {
      try {
        await saves.remove(id);
      } catch {
        tell('saves.failed');
      }
      relist();
    },
    command(seat, body) {
      if (state().stopped !== null) return Promise.resolve(false);
      const id = page.newId();
      return new Promise((settle) => {
        pending.set(id, { seat, body, settle });
        session.send({ type: 'command', seat, id, body });
      });
    },
    send(request) {
      if (state().stopped !== null) return;
      store.trigger.sent({ request });
      session.send(request);
    },
    togglePlay() {
      const { clock, stopped } = state();
      if (clock === null || clock.finished || clock.realEvent || stopped !== null) return;
      session.send({ type: clock.playing ? 'pause' : 'play' });
    },
    jump(to) {
      if (state().stopped !== null) return;
      store.trigger.jumped();
      session.send({ type: 'jump', to });
    },
    finish() {
      this.send({ type: 'finish' });
    },
    async recover() {
      const { exercise, stage, seat, desks } = state();
      if (exercise === null) return;
      store.trigger.asked();
      try {
        await keeper.settled();
        const kept = await saves.read(exercise.id);
        if (kept !== null) {
          const { record, text } = kept;
          ask(
            { kind: 'kept', record, debrief: stage === 'debrief', back: { seat, desks } },
            await resumeRequest(saves, record, text),
          );
          return;
        }
        tell('saves.gone');
      } catch {
        tell('saves.unreadable');
      }
      store.trigger.failed();
    },
    debriefAgain() {
      debriefing('turningPoints', 0);
      this.send({ type: 'debrief' });
    },
    debrief() {
      const { exercise } = state();
      if (exercise === null) return;
      page.go({ page: 'exercise', id: exercise.id, debrief: true }, 'push');
      store.trigger.staged({ stage: 'debrief' });
      lookBack();
    },
    branch(at, { longer = false, seat, moment } = {}) {
      const { exercise, clock } = state();
      // Played on from its end, it is the same try.
      const same = exercise === null || at === clock?.at;
      ask(
        {
          kind: 'branch',
          earlier: same
            ? earlier
            : {
                id: exercise.id,
                at: clock?.at ?? at,
                from: at,
                ...(moment !== undefined && { moment: { at: moment.at, params: moment.params } }),
              },
        },
        {
          type: 'branch',
          at,
          ...(longer ? { to: EVENING_END } : {}),
          ...(seat === undefined ? {} : { seat }),
        },
      );
    },
    turn(seat) {
      store.trigger.turned({ seat });
    },
    show(tab) {
      store.trigger.arranged({ seat: state().seat, desk: { tab } });
    },
    arrange(desk) {
      store.trigger.arranged({ seat: state().seat, desk });
    },
  };
}
