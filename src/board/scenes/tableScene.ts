import Phaser from 'phaser';
import type { BoardModel } from '../../view/boardModel.ts';
import { type BoardContext, SANS } from '../context.ts';
import { type BoardDiff, diffBoard } from '../diff.ts';
import { createGovernor } from '../governor.ts';
import { heapHit, pickAt, tokenAt } from '../hitTest.ts';
import { CounterLayer } from '../layers/counterLayer.ts';
import { DustLayer, dustSize } from '../layers/dustLayer.ts';
import { FilamentLayer } from '../layers/filamentLayer.ts';
import { FocusLayer } from '../layers/focusLayer.ts';
import { GroundLayer } from '../layers/groundLayer.ts';
import { LanternLayer } from '../layers/lanternLayer.ts';
import { TownsLayer } from '../layers/townsLayer.ts';
import { TrackLayer } from '../layers/trackLayer.ts';
import { contains } from '../layout/geometry.ts';
import type { BoardOptions, Pick } from '../options.ts';

interface Layers {
  readonly ground: GroundLayer;
  readonly towns: TownsLayer;
  readonly track: TrackLayer;
  readonly focus: FocusLayer;
  readonly filaments: FilamentLayer;
  readonly lanterns: LanternLayer;
  readonly dust: DustLayer;
  readonly counters: CounterLayer;
  readonly flowText: Phaser.GameObjects.Text;
  readonly context: BoardContext;
}

const TEXTURES = [
  'ground',
  'dust',
  'town',
  'ring',
  'around',
  'percent',
  'glow',
  'flaps',
  'flapsLost',
  'flapsClock',
];

/** How near a pointer must be to an ember or a mark of the rim, CSS pixels: targets of 24 px, a little more to pick. */
const HOVER_REACH = 12;
const PICK_REACH = 15;
/** A pointer that has gone farther than this between its press and its release was not a tap. */
const TAP = 8;

/** The table: hands each difference to the layer that draws it. Decides nothing, remembers only the last model. */
export class TableScene extends Phaser.Scene {
  private layers: Layers | null = null;
  private model: BoardModel | null = null;
  private readonly governor = createGovernor();
  private readonly picks: { onPick: BoardOptions['onPick']; onHover: BoardOptions['onHover'] };
  private readonly lighten: () => boolean;
  private appliedAt = 0;
  private step = 100;
  private hovered = '';
  /** The mark of the rim named by a tap, until another tap. */
  private named: string | null = null;
  private landings = 0;
  private callsPerFlow = 1;

  constructor(
    picks: { onPick: BoardOptions['onPick']; onHover: BoardOptions['onHover'] },
    /** Draws with fewer pixels from now on; false when it cannot. */
    lighten: () => boolean,
  ) {
    super({ key: 'table' });
    this.picks = picks;
    this.lighten = lighten;
  }

  create(): void {
    this.input.on('pointermove', (pointer: Phaser.Input.Pointer) => this.point(pointer));
    // On release, and in place: a finger that scrolls the page picks nothing.
    this.input.on('pointerup', (pointer: Phaser.Input.Pointer) => this.tap(pointer));
    this.input.on('gameout', () => this.hover(null, 0, 0));
  }

  get stats(): { fps: number; drawn: number } {
    return { fps: this.governor.fps, drawn: this.layers?.filaments.drawn ?? 0 };
  }

  /** Makes every layer anew: another size, theme, language, or motion. The last model is shown again at once. */
  build(context: BoardContext): void {
    this.children.removeAll(true);
    for (const key of TEXTURES) {
      if (this.textures.exists(key)) this.textures.remove(key);
    }
    this.cache.bitmapFont.remove('percent');
    const { ratio, layout, tokens } = context;
    this.cameras.main
      .setSize(this.scale.width, this.scale.height)
      .setOrigin(0)
      .setZoom(ratio)
      .setScroll(0, 0);
    this.cameras.main.setBackgroundColor(tokens.edge);
    const ground = new GroundLayer(this, context, dustSize(layout).callsPerGrain);
    const { flow } = ground.slots;
    this.layers = {
      context,
      ground,
      track: new TrackLayer(this, context),
      towns: new TownsLayer(this, context),
      focus: new FocusLayer(this, context),
      lanterns: new LanternLayer(this, context),
      dust: new DustLayer(this, context),
      filaments: new FilamentLayer(this, context),
      counters: new CounterLayer(this, context),
      flowText: this.add
        .text(Math.round(flow.x), Math.round(flow.y + (flow.height - layout.font.small * 1.25) / 2), '', {
          fontFamily: SANS,
          fontSize: `${layout.font.small}px`,
          color: tokens.muted,
          resolution: ratio,
        })
        .setOrigin(0, 0)
        .setVisible(flow.width > 0),
    };
    const model = this.model;
    this.model = null;
    if (model) this.apply(model);
  }

  apply(model: BoardModel): void {
    const { layers } = this;
    if (!layers) {
      this.model = model;
      return;
    }
    const diff = diffBoard(this.model, model);
    const fresh = this.model === null;
    const back = this.model !== null && model.at < this.model.at;
    this.model = model;
    const now = performance.now();
    this.step = Math.min(400, Math.max(30, now - this.appliedAt));
    this.appliedAt = now;
    this.show(layers, diff, model, { fresh, back }, now);
  }

  private show(
    layers: Layers,
    diff: BoardDiff,
    model: BoardModel,
    { fresh, back }: { fresh: boolean; back: boolean },
    now: number,
  ): void {
    if (diff.light !== null) layers.ground.setLight(diff.light);
    layers.ground.recolour(diff.recoloured);
    layers.towns.apply(diff.towns);
    layers.lanterns.apply(diff.servers);
    for (const counter of diff.counters) {
      layers.counters.set(counter, diff.jumped);
      if (counter.key === 'lost') layers.dust.setLost(counter.value);
    }
    layers.counters.setTime(model.at, diff.jumped);
    layers.track.setTime(model.at);
    if (diff.tokens) layers.track.setTokens(diff.tokens);
    if (diff.selected !== undefined) layers.focus.setSelected(diff.selected);
    if (diff.callsPerFlow !== null) this.sayFlow(diff.callsPerFlow);
    if (diff.jumped) layers.filaments.clear(back);
    if (!fresh) {
      // Embers come to rest on the next free grains, a few ahead so that two do not share one.
      layers.filaments.launch(diff.flows, now, this.step, this.governor.stride, () =>
        layers.dust.landing(this.landings++ % 16),
      );
    }
  }

  private sayFlow(callsPerFlow: number): void {
    this.callsPerFlow = callsPerFlow;
    const { layers } = this;
    layers?.flowText.setText(
      layers.context.t('table:legend.flow', { count: callsPerFlow * this.governor.stride }),
    );
  }

  override update(): void {
    const { layers } = this;
    if (!layers) return;
    const { stride } = this.governor;
    if (this.governor.frame(this.game.loop.rawDelta)) {
      // Fewer pixels first, where there are more than the screen's own; then fewer filaments.
      if (this.governor.stride > stride && this.lighten()) this.governor.reset();
      this.sayFlow(this.callsPerFlow);
    }
    const now = performance.now();
    layers.filaments.update(now);
    layers.counters.update(now);
  }

  private pick(pointer: Phaser.Input.Pointer, reach: number): { pick: Pick | null; x: number; y: number } {
    const { layers } = this;
    if (!layers) return { pick: null, x: 0, y: 0 };
    const { layout, map, ratio } = layers.context;
    const x = pointer.x / ratio;
    const y = pointer.y / ratio;
    const token = tokenAt(layout, this.model?.track.tokens ?? [], x, y, reach);
    if (token !== null) return { pick: { kind: 'token', key: token }, x, y };
    const place = pickAt(layout, map, x, y);
    if (place?.kind === 'server') return { pick: place, x, y };
    const heap = heapHit(layout).some((rect) => contains(rect, x, y));
    const ember = heap
      ? layers.filaments.grainAt(x, y)
      : layers.filaments.emberAt(performance.now(), x, y, reach);
    return { pick: ember !== null ? { kind: 'ember', key: ember } : place, x, y };
  }

  private point(pointer: Phaser.Input.Pointer): void {
    const { pick, x, y } = this.pick(pointer, HOVER_REACH);
    this.hover(pick, x, y);
  }

  private hover(pick: Pick | null, x: number, y: number): void {
    const name = pick ? `${pick.kind} ${pick.key}` : '';
    if (name === this.hovered) return;
    this.hovered = name;
    this.layers?.focus.setHover(pick);
    this.layers?.track.setNamed(pick?.kind === 'token' ? pick.key : this.named);
    this.game.canvas.style.cursor = pick ? 'pointer' : 'default';
    this.picks.onHover?.(pick, x, y);
  }

  private tap(pointer: Phaser.Input.Pointer): void {
    if (pointer.getDistance() > TAP * (this.layers?.context.ratio ?? 1)) return;
    const { pick } = this.pick(pointer, PICK_REACH);
    // A finger does not hover: a tap names a mark until the next one.
    this.named = pick?.kind === 'token' ? pick.key : null;
    this.layers?.track.setNamed(this.named);
    if (pick && pick.kind !== 'token') this.picks.onPick(pick);
  }
}
