import Phaser from 'phaser';
import type { AreaBelief } from '../../view/seatView.ts';
import type { TableArea, TableModel } from '../../view/tableModel.ts';
import { createGovernor } from '../governor.ts';
import { pickAt } from '../hitTest.ts';
import { FilamentLayer } from '../layers/filamentLayer.ts';
import { FocusLayer } from '../layers/focusLayer.ts';
import { TrackLayer } from '../layers/trackLayer.ts';
import { contains, type Point } from '../layout/geometry.ts';
import { type DrawnArea, drawnAreas } from '../paint/areas.ts';
import { paintLight } from '../paint/light.ts';
import { paintRim } from '../paint/rim.ts';
import type { Hit, SeatContext } from './context.ts';
import { diffTable } from './diff.ts';
import { BarLayer } from './layers/barLayer.ts';
import { ClockLayer } from './layers/clockLayer.ts';
import { EnvelopeLayer } from './layers/envelopeLayer.ts';
import { PawnLayer } from './layers/pawnLayer.ts';
import { PlateLayer } from './layers/plateLayer.ts';
import { RevealLayer } from './layers/revealLayer.ts';
import { markAt, type PlacedMark, placeMarks } from './marks.ts';
import { layoutMat, type MatLayout } from './matLayout.ts';
import { nameOf } from './names.ts';
import type { SeatBoardOptions, SeatPick, TrueArea } from './options.ts';
import { makePatterns, paintBelief, type Patterns } from './paint/belief.ts';
import { paintFrame } from './paint/frame.ts';
import { paintInstruments } from './paint/instruments.ts';
import { paintLanterns } from './paint/lanterns.ts';
import { contentsOf, paintMat } from './paint/mat.ts';
import { paintLatest, paintMarks } from './paint/marks.ts';
import { paintPins } from './paint/pins.ts';
import { placePins } from './pins.ts';
import { strandsOf } from './strands.ts';
import { Tabletop } from './tabletop.ts';

interface Layers {
  readonly context: SeatContext;
  readonly top: Tabletop;
  readonly drawn: ReadonlyMap<string, DrawnArea>;
  readonly patterns: Patterns;
  readonly bars: BarLayer;
  readonly pawns: PawnLayer;
  readonly track: TrackLayer;
  readonly focus: FocusLayer;
  readonly strands: FilamentLayer;
  readonly clock: ClockLayer;
  readonly envelopes: EnvelopeLayer;
  readonly reveal: RevealLayer;
  readonly plate: PlateLayer;
}

/** How near a pointer must be to a mark of the rim, CSS pixels. */
const REACH = 13;
/** A pointer that has gone farther than this between its press and its release was not a tap. */
const TAP = 8;
const NOWHERE: Point = { x: 0, y: 0 };

/** The seats' table: hands each difference to what draws it. Decides nothing, remembers only the last model. */
export class SeatScene extends Phaser.Scene {
  private layers: Layers | null = null;
  private model: TableModel | null = null;
  private matLayouts = new Map<string, MatLayout>();
  private readonly matHits = new Map<string, readonly Hit[]>();
  private marks: readonly PlacedMark[] = [];
  private revealed: readonly TableArea[] | null = null;
  private truth: readonly TrueArea[] = [];
  private readonly governor = createGovernor();
  private readonly told: Pick<SeatBoardOptions, 'onPick' | 'onHover' | 'bare'>;
  private readonly lighten: () => boolean;
  private appliedAt = 0;
  private launchedAt = 0;
  private launched = 0;
  private hovered = '';

  constructor(told: Pick<SeatBoardOptions, 'onPick' | 'onHover' | 'bare'>, lighten: () => boolean) {
    super({ key: 'seats' });
    this.told = told;
    this.lighten = lighten;
  }

  create(): void {
    this.input.on('pointermove', (pointer: Phaser.Input.Pointer) => this.point(pointer));
    // On release, and in place: a finger that scrolls the page picks nothing.
    this.input.on('pointerup', (pointer: Phaser.Input.Pointer) => this.tap(pointer));
    this.input.on('gameout', () => this.hover(null, 0, 0));
  }

  get stats(): { fps: number; drawn: number } {
    return { fps: this.governor.fps, drawn: this.layers?.strands.drawn ?? 0 };
  }

  /** Makes every layer anew: another size, theme, language, or mat in front. The last model is shown again at once. */
  build(context: SeatContext): void {
    this.layers?.reveal.stop();
    this.children.removeAll(true);
    for (const key of this.textures.getTextureKeys()) {
      if (!key.startsWith('__')) this.textures.remove(key);
    }
    const { ratio, layout, tokens } = context;
    this.cameras.main
      .setSize(this.scale.width, this.scale.height)
      .setOrigin(0)
      .setZoom(ratio)
      .setScroll(0, 0);
    this.cameras.main.setBackgroundColor(tokens.edge);
    const drawn = drawnAreas(context);
    const ink = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    const patterns = makePatterns(ink, context);
    const top = new Tabletop(this, context, (base) => {
      paintLight(base, context, 0);
      paintRim(base, context, this.told.bare !== true);
      paintFrame(base, context, patterns);
    });
    this.layers = {
      context,
      top,
      drawn,
      patterns,
      bars: new BarLayer(this, context),
      pawns: new PawnLayer(
        this,
        context,
        layout.mats.map(({ seat }) => seat),
      ),
      track: new TrackLayer(this, context),
      focus: new FocusLayer(this, context),
      // The lanterns hang above the map: ways bend as on a tall table.
      strands: new FilamentLayer(this, { ...context, layout: { ...layout, compact: true } }),
      clock: new ClockLayer(this, context),
      envelopes: new EnvelopeLayer(this, context),
      reveal: new RevealLayer(this, context),
      plate: new PlateLayer(this, context),
    };
    this.hovered = '';
    const { model } = this;
    this.model = null;
    if (model) this.apply(model);
    else if (this.revealed) {
      // The truth was there, or on its way: it lies there at once.
      const { layers } = this;
      this.paintMap(layers, this.revealed);
      layers.reveal.start(this.truth, layers.drawn, layers.patterns, 0, 0, () => undefined);
    }
  }

  /** Returns how many messages have come since the model before. */
  apply(model: TableModel): number {
    const { layers } = this;
    if (!layers) {
      this.model = model;
      return 0;
    }
    const diff = diffTable(this.model, model);
    this.model = model;
    const now = performance.now();
    this.appliedAt = now;
    const { top, context } = layers;
    if (this.revealed) {
      this.revealed = null;
      layers.reveal.stop();
      this.paintMap(layers, model.areas);
    } else if (diff.map) this.paintMap(layers, model.areas);
    if (diff.lanterns)
      top.repaint(context.layout.lanternRow, (ink) => paintLanterns(ink, context, model.servers));
    if (diff.instruments)
      top.repaint(context.layout.instruments, (ink) => paintInstruments(ink, context, model));
    if (diff.marks) this.paintMarks(layers, model);
    for (const box of context.layout.mats) {
      const mat = model.mats.find(({ seat }) => seat === box.seat);
      if (!mat || !diff.mats.includes(box.seat)) continue;
      const layout = layoutMat(box, context.layout.font, contentsOf(mat));
      this.matLayouts.set(box.seat, layout);
      top.repaint(box.rect, (ink) =>
        this.matHits.set(box.seat, paintMat(ink, context, box, mat, layout, box.seat === model.focus)),
      );
    }
    top.flush();
    if (diff.mats.length > 0) {
      layers.bars.apply(model.mats, this.matLayouts);
      layers.pawns.apply(model.mats, this.matLayouts, now, diff.jumped);
    }
    if (diff.selected) layers.focus.setSelected(model.selected);
    if (diff.jumped) layers.strands.clear(true);
    layers.track.setTime(model.at);
    layers.clock.set(model.at, diff.jumped || model.speed === 0);
    return layers.envelopes.apply(model.envelopes, now, diff.jumped);
  }

  /** Lays the truth over what was believed. */
  reveal(belief: readonly AreaBelief[], truth: readonly TrueArea[], durationMs: number): Promise<void> {
    const { layers } = this;
    if (!layers) return Promise.resolve();
    this.truth = truth;
    this.believe(belief);
    return new Promise((resolve) => {
      layers.reveal.start(truth, layers.drawn, layers.patterns, durationMs, performance.now(), resolve);
    });
  }

  believe(belief: readonly AreaBelief[]): void {
    this.revealed = belief.map(({ code, ...area }) => ({ ...area, key: code, own: false, badge: 'none' }));
    if (this.layers) this.paintMap(this.layers, this.revealed);
  }

  private paintMap(layers: Layers, areas: readonly TableArea[]): void {
    const { top, context, drawn, patterns } = layers;
    const { model } = this;
    const pins = this.revealed || !model ? [] : placePins(context.layout, context.map, model.pins);
    layers.envelopes.avoid(pins.flatMap(({ time }) => time ?? []));
    top.repaint(context.layout.beliefs, (ink) => {
      paintBelief(ink, context, patterns, drawn, areas, model?.focus ?? null);
      if (model) {
        paintPins(ink, context, model.focus, pins);
        paintLatest(ink, context, this.marks);
      }
    });
    top.flush();
  }

  /** The rim is one ring around everything: a new mark paints the four sides again. */
  private paintMarks(layers: Layers, model: TableModel): void {
    const { top, context } = layers;
    const { layout } = context;
    this.marks = placeMarks(layout, model.track.tokens);
    const { outer, inner, band } = layout;
    const depth = band - 1;
    const sides = [
      { x: 0, y: 0, width: layout.width, height: inner.y + depth },
      { x: 0, y: inner.y + inner.height - depth, width: layout.width, height: layout.height },
      { x: 0, y: 0, width: inner.x + depth, height: layout.height },
      { x: inner.x + inner.width - depth, y: 0, width: outer.x + layout.width, height: layout.height },
    ];
    for (const side of sides) top.repaint(side, (ink) => paintMarks(ink, context, this.marks));
    this.paintMap(layers, this.revealed ?? model.areas);
  }

  override update(): void {
    const { layers, model } = this;
    if (!layers) return;
    const { stride } = this.governor;
    if (this.governor.frame(this.game.loop.rawDelta) && this.governor.stride > stride && this.lighten())
      this.governor.reset();
    const now = performance.now();
    layers.reveal.update(now);
    layers.clock.update(now);
    layers.pawns.update(now);
    if (model) {
      // Between two models the clock goes on at its speed, never far: the next one is due.
      const at = model.at + Math.min(1_000, now - this.appliedAt) * model.speed;
      layers.bars.update(at);
      layers.envelopes.update(now, at);
      this.launch(layers, model, now);
    }
    layers.strands.update(now);
  }

  private launch(layers: Layers, model: TableModel, now: number): void {
    const step = Math.min(400, now - this.launchedAt);
    if (step < 60) return;
    this.launchedAt = now;
    const flows = strandsOf(model, layers.context.scenario, step, this.launched);
    this.launched += flows.length;
    layers.strands.launch(flows, now, step, this.governor.stride, () => NOWHERE);
  }

  private pick(pointer: Phaser.Input.Pointer): { pick: SeatPick | null; x: number; y: number } {
    const { layers } = this;
    if (!layers) return { pick: null, x: 0, y: 0 };
    const { layout, map, ratio } = layers.context;
    const x = pointer.x / ratio;
    const y = pointer.y / ratio;
    const carried = layers.envelopes.hits().find(({ rect }) => contains(rect, x, y));
    if (carried) return { pick: carried.pick, x, y };
    const mark = markAt(this.marks, x, y, REACH);
    if (mark) return { pick: { kind: 'token', key: mark.key }, x, y };
    for (const hits of this.matHits.values()) {
      const hit = hits.find(({ rect }) => contains(rect, x, y));
      if (hit) return { pick: hit.pick, x, y };
    }
    if (contains(layout.instruments, x, y))
      return { pick: { kind: 'instrument', key: this.model?.focus ?? '' }, x, y };
    const place = pickAt(layout, map, x, y);
    return {
      pick: place?.kind === 'area' || place?.kind === 'server' ? { kind: place.kind, key: place.key } : null,
      x,
      y,
    };
  }

  private point(pointer: Phaser.Input.Pointer): void {
    const { pick, x, y } = this.pick(pointer);
    this.hover(pick, x, y);
  }

  private hover(pick: SeatPick | null, x: number, y: number): void {
    const name = pick ? JSON.stringify(pick) : '';
    if (name === this.hovered) return;
    this.hovered = name;
    const { layers, model } = this;
    layers?.focus.setHover(
      pick?.kind === 'area' || pick?.kind === 'server' ? { kind: pick.kind, key: pick.key } : null,
    );
    layers?.plate.set(pick && model ? nameOf(layers.context, model, pick) : '', x, y);
    this.game.canvas.style.cursor = pick ? 'pointer' : 'default';
    this.told.onHover?.(pick, x, y);
  }

  private tap(pointer: Phaser.Input.Pointer): void {
    if (pointer.getDistance() > TAP * (this.layers?.context.ratio ?? 1)) return;
    const { pick, x, y } = this.pick(pointer);
    // A finger does not hover: a tap names what it touches.
    this.hover(pick, x, y);
    if (pick) this.told.onPick(pick);
  }
}
