import type Phaser from 'phaser';

/**
 * Writes the commands of a Phaser Graphics in place. `clear()` and the drawing methods give their array back to the
 * collector sixty times a second; here the same array is written over, and its unused end is filled with commands
 * that draw nothing. The codes are learned from a Graphics, not copied from Phaser's inside.
 */
export class Batch {
  private readonly buffer: (number | boolean)[];
  private at = 0;
  private readonly codes: Readonly<
    Record<'begin' | 'move' | 'line' | 'stroke' | 'rect' | 'lineStyle' | 'fillStyle', number>
  >;

  constructor(graphics: Phaser.GameObjects.Graphics) {
    const learn = (draw: () => unknown): number => {
      graphics.clear();
      const before = graphics.commandBuffer.length;
      draw();
      return Number(graphics.commandBuffer[before]);
    };
    this.codes = {
      begin: learn(() => graphics.beginPath()),
      move: learn(() => graphics.moveTo(0, 0)),
      line: learn(() => graphics.lineTo(0, 0)),
      stroke: learn(() => graphics.strokePath()),
      rect: learn(() => graphics.fillRect(0, 0, 1, 1)),
      lineStyle: learn(() => graphics.lineStyle(1, 0, 1)),
      fillStyle: learn(() => graphics.fillStyle(0, 1)),
    };
    graphics.clear();
    this.buffer = graphics.commandBuffer;
  }

  start(): void {
    this.at = 0;
  }

  path(width: number, colour: number, alpha: number): void {
    const b = this.buffer;
    b[this.at++] = this.codes.lineStyle;
    b[this.at++] = width;
    b[this.at++] = colour;
    b[this.at++] = alpha;
    b[this.at++] = this.codes.begin;
  }

  move(x: number, y: number): void {
    this.buffer[this.at++] = this.codes.move;
    this.buffer[this.at++] = x;
    this.buffer[this.at++] = y;
  }

  line(x: number, y: number): void {
    this.buffer[this.at++] = this.codes.line;
    this.buffer[this.at++] = x;
    this.buffer[this.at++] = y;
  }

  stroke(): void {
    this.buffer[this.at++] = this.codes.stroke;
  }

  fill(colour: number, alpha: number): void {
    this.buffer[this.at++] = this.codes.fillStyle;
    this.buffer[this.at++] = colour;
    this.buffer[this.at++] = alpha;
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.buffer[this.at++] = this.codes.rect;
    this.buffer[this.at++] = x;
    this.buffer[this.at++] = y;
    this.buffer[this.at++] = width;
    this.buffer[this.at++] = height;
  }

  end(): void {
    // The codes are single numbers between commands: `begin` alone does nothing.
    for (let i = this.at; i < this.buffer.length; i++) this.buffer[i] = this.codes.begin;
  }
}
