import { LIGHT_STEPS } from '../diff.ts';
import type { BoardContext } from '../context.ts';
import { type Ink, mix } from './canvas.ts';

/** The table's ground: lit from its centre, a little less so as more calls are lost. */
export function paintLight(ink: Ink, { layout, tokens }: BoardContext, step: number): void {
  const { width, height, mapRect } = layout;
  const x = mapRect.x + mapRect.width / 2;
  const y = mapRect.y + mapRect.height / 2;
  const dim = (step / LIGHT_STEPS) * 0.8;
  const light = ink.createRadialGradient(x, y, 0, x, y, Math.hypot(width, height) * 0.56);
  light.addColorStop(0, mix(tokens.ground, tokens.edge, dim));
  light.addColorStop(0.4, mix(tokens.ground, tokens.edge, 0.3 + 0.7 * dim));
  light.addColorStop(1, tokens.edge);
  ink.fillStyle = light;
  ink.fillRect(0, 0, width, height);
}
