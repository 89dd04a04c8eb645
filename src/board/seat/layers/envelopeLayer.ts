import type Phaser from 'phaser';
import type { Channel } from '../../../session/playProtocol.ts';
import type { TableEnvelope } from '../../../view/tableModel.ts';
import { SANS } from '../../context.ts';
import { overlap, type Point, type Rect } from '../../layout/geometry.ts';
import { along, gone, type Way, wayOf } from '../envelopes.ts';
import type { Hit, SeatContext } from '../context.ts';
import { paintChannel } from '../paint/glyphs.ts';

/** Real ms of the last leg, when a message reaches a mat. */
const LAND = 1_000;
/** Where on its way a call that failed is left. */
const BROKEN_AT = 0.5;
const CHANNELS: readonly Channel[] = ['phone', 'bridge', 'email', 'crisis', 'radio', 'public'];

interface Carried {
  readonly envelope: TableEnvelope;
  readonly way: Way;
  readonly image: Phaser.GameObjects.Image;
  readonly label: Phaser.GameObjects.Text | null;
}

interface Landing {
  readonly way: Way;
  readonly from: number;
  readonly began: number;
  readonly image: Phaser.GameObjects.Image;
}

/** Messages on their way between mats; a call that failed stays broken half-way for a while. */
export class EnvelopeLayer {
  private readonly carried = new Map<string, Carried>();
  private landings: Landing[] = [];
  /** Those of the last model that had come: what is new in the next one is seen to come. */
  private came = new Set<string>();
  private readonly scene: Phaser.Scene;
  private readonly context: SeatContext;
  private readonly size: number;

  constructor(scene: Phaser.Scene, context: SeatContext) {
    this.scene = scene;
    this.context = context;
    this.size = Math.round(context.layout.font.small * 1.9);
    const { tokens, ratio } = context;
    const side = Math.ceil((this.size + 4) * ratio);
    const colours = { paper: tokens.flapInk, fold: tokens.flap };
    for (const channel of CHANNELS) {
      for (const broken of [false, true]) {
        const texture = scene.textures.createCanvas(`mail:${channel}${broken ? ':failed' : ''}`, side, side);
        if (!texture) continue;
        const { context: ink } = texture;
        ink.scale(ratio, ratio);
        const middle = this.size / 2 + 2;
        ink.globalAlpha = broken ? 0.6 : 1;
        paintChannel(ink, channel, colours, middle, middle, this.size);
        ink.globalAlpha = 1;
        if (broken) {
          ink.strokeStyle = tokens.ember;
          ink.lineWidth = 2.6;
          ink.lineCap = 'round';
          ink.beginPath();
          ink.moveTo(4, 4);
          ink.lineTo(this.size, this.size);
          ink.moveTo(this.size, 4);
          ink.lineTo(4, this.size);
          ink.stroke();
        }
        texture.refresh();
      }
    }
  }

  /** Returns how many messages have come to the seats held here since the model before. */
  apply(envelopes: readonly TableEnvelope[], now: number, atOnce: boolean): number {
    const wanted = new Map(
      envelopes
        .filter(({ state }) => state === 'travelling' || state === 'failed')
        .map((each) => [each.key, each]),
    );
    for (const [key, { envelope, way, image, label }] of this.carried) {
      const next = wanted.get(key);
      if (next?.state === envelope.state) continue;
      label?.destroy();
      this.carried.delete(key);
      // Arrived, as far as its sender knows: the last leg.
      if (next === undefined && envelope.state === 'travelling' && !atOnce && !this.context.reduced)
        this.landings.push({ way, from: gone(envelope, this.at), began: now, image });
      else image.destroy();
    }
    for (const [key, envelope] of wanted) if (!this.carried.has(key)) this.carry(envelope);

    const came = envelopes.filter(({ state }) => state === 'arrived' || state === 'opened');
    const fresh = atOnce ? [] : came.filter(({ key }) => !this.came.has(key));
    this.came = new Set(came.map(({ key }) => key));
    if (!this.context.reduced)
      for (const envelope of fresh)
        this.landings.push({
          way: wayOf(this.context.layout, envelope),
          from: 0,
          began: now,
          image: this.add(envelope.channel, false),
        });
    return fresh.length;
  }

  private at = 0;
  private hours: readonly Rect[] = [];

  /** Hours written on the map: no name may lie on them. */
  avoid(hours: readonly Rect[]): void {
    this.hours = hours;
  }

  /** `at`: exercise time, which goes on between two models. */
  update(now: number, at: number): void {
    this.at = at;
    for (const { envelope, way, image } of this.carried.values()) {
      const place = this.placeOf(envelope, way);
      image.setPosition(place.x, place.y);
    }
    this.setLabels();
    this.landings = this.landings.filter(({ way, from, began, image }) => {
      const t = (now - began) / LAND;
      if (t >= 1) {
        image.destroy();
        return false;
      }
      const eased = 1 - (1 - t) * (1 - t);
      const { x, y } = along(way, from + (1 - from) * eased);
      image.setPosition(x, y);
      return true;
    });
  }

  /** Each name beside its message where it covers no other name and no other message; without room it is not shown. */
  private setLabels(): void {
    const { mats, instruments, legend, lanterns, insets } = this.context.layout;
    const taken: Rect[] = [...this.carried.values()].map(({ image }) => this.around(image));
    const written = [
      ...this.hours,
      ...mats.map(({ rect }) => rect),
      instruments,
      legend,
      ...lanterns.flatMap(({ rect, name, percent }) => [rect, name, percent]),
      ...insets.map(({ label }) => label),
    ];
    let own = -1;
    for (const { image, label } of this.carried.values()) {
      own++;
      if (label === null) continue;
      const { width, height } = label;
      const beside = this.size * 0.6;
      const rect = [
        { x: image.x - width / 2, y: image.y + beside },
        { x: image.x + beside, y: image.y - height / 2 },
        { x: image.x - beside - width, y: image.y - height / 2 },
        { x: image.x - width / 2, y: image.y - beside - height },
      ]
        .map((corner): Rect => ({ ...corner, width, height }))
        .find(
          (candidate) =>
            taken.every((other, i) => i === own || !overlap(candidate, other)) &&
            written.every((other) => !overlap(candidate, other)),
        );
      label.setVisible(rect !== undefined);
      if (rect === undefined) continue;
      taken.push(rect);
      label.setPosition(Math.round(rect.x), Math.round(rect.y));
    }
  }

  private around({ x, y }: Point): Rect {
    const half = this.size / 2;
    return { x: x - half, y: y - half, width: this.size, height: this.size };
  }

  hits(): Hit[] {
    const reach = Math.max(24, this.size);
    return [...this.carried.values()].map(({ envelope, image }) => ({
      rect: { x: image.x - reach / 2, y: image.y - reach / 2, width: reach, height: reach },
      pick: { kind: 'envelope', key: envelope.key, seat: envelope.seat },
    }));
  }

  private placeOf(envelope: TableEnvelope, way: Way): Point {
    return along(way, envelope.state === 'failed' ? BROKEN_AT : gone(envelope, this.at));
  }

  private carry(envelope: TableEnvelope): void {
    const { layout, tokens, ratio, t } = this.context;
    const way = wayOf(layout, envelope);
    const failed = envelope.state === 'failed';
    const image = this.add(envelope.channel, failed);
    const known = layout.mats.some(({ seat }) => seat === envelope.to);
    // Who has no mat is named; a failure is said, not only shown.
    const words = [
      ...(known ? [] : [t(`play:recipients.${envelope.to}`, { defaultValue: envelope.to })]),
      ...(failed ? [t('table:seat.envelope.failed')] : []),
    ].join(' · ');
    const label =
      words === ''
        ? null
        : this.scene.add
            .text(0, 0, words, {
              fontFamily: SANS,
              fontSize: `${layout.font.small}px`,
              color: failed ? tokens.ember : tokens.ink,
              backgroundColor: tokens.panel,
              padding: { x: 3, y: 0 },
              resolution: ratio,
            })
            .setOrigin(0)
            .setDepth(3);
    this.carried.set(envelope.key, { envelope, way, image, label });
  }

  private add(channel: Channel, failed: boolean): Phaser.GameObjects.Image {
    return this.scene.add
      .image(-100, -100, `mail:${channel}${failed ? ':failed' : ''}`)
      .setScale(1 / this.context.ratio)
      .setDepth(3);
  }
}
