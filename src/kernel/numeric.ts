/**
 * Logarithm, exponential and normal quantile from + - * / and sqrt only, which IEEE 754 defines to the last bit:
 * engines disagree on Math.log, exp and pow, and a hash of an evening must not depend on the engine.
 * Methods: FreeBSD msun e_log.c and e_exp.c (Sun Microsystems 1993, error under 1 ulp); Wichura, algorithm AS 241
 * (PPND16), Applied Statistics 37 (1988), relative error about 1e-16.
 */
const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
// Which half of a double holds the sign and exponent on this machine.
float[0] = 1;
const HIGH = words[1] === 0 ? 0 : 1;

/** 2^k for k = -1074..1023 at k + 1074. A table: building a double from two halves stalls the processor for longer. */
const BIAS = 1074;
const powersOfTwo = new Float64Array(BIAS + 1024);
powersOfTwo[BIAS] = 1;
for (let k = 1; k < 1024; k++) powersOfTwo[BIAS + k] = powersOfTwo[BIAS + k - 1] * 2;
for (let k = 1; k <= BIAS; k++) powersOfTwo[BIAS - k] = powersOfTwo[BIAS - k + 1] / 2;

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
// Written out rather than Math.LOG2E, whose last bit the language leaves to the engine.
const INVERSE_LN2 = 1.4426950408889634;
const TWO_POW_54 = 18014398509481984;

/** Natural logarithm; NaN below 0, -Infinity at 0. Relative error under 1e-15. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  float[0] = x;
  const high = words[HIGH];
  // The sign says that it is a number: an engine would else put each logarithm in an object.
  if (high < 0x00100000) return +lnSubnormal(x);
  // x = 2^k (1 + f) with sqrt(2)/2 < 1 + f < sqrt(2)
  const k = ((high + (0x3ff00000 - 0x3fe6a09e)) >>> 20) - 0x3ff;
  const f = x * powersOfTwo[BIAS - k] - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const even =
    z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const half = 0.5 * f * f;
  return s * (half + odd + even) + k * LN2_LOW - half + f + k * LN2_HIGH;
}

/** Scaled up to be read like the others. Apart: a function that calls itself is not inlined. */
function lnSubnormal(x: number): number {
  return ln(x * TWO_POW_54) - 54 * LN2_LOW - 54 * LN2_HIGH;
}

/** Exponential; Infinity above 709.78, 0 below -745.13. Relative error under 1e-15 for normal results. */
export function exp(x: number): number {
  if (x !== x) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const z = r * r;
  const c =
    r -
    z *
      (0.16666666666666602 +
        z *
          (-0.0027777777777015593 +
            z * (0.00006613756321437934 + z * (-0.0000016533902205465252 + z * 4.1381367970572385e-8))));
  const y = 1 + ((r * c) / (2 - c) - low + high);
  return scale(y, k);
}

/** y 2^k, in two steps where 2^k alone would leave the range of normal numbers. */
function scale(y: number, k: number): number {
  if (k >= -1022 && k <= 1023) return y * powersOfTwo[BIAS + k];
  return k > 0
    ? y * powersOfTwo[BIAS + 1023] * powersOfTwo[BIAS + k - 1023]
    : (y * powersOfTwo[BIAS + k + 54]) / TWO_POW_54;
}

/** Normal quantile: the z below which a standard normal law has probability u. Infinite at 0 and 1. */
export function probit(u: number): number {
  const q = u - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q *
        (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) *
          r +
          13731.69376550946) *
          r +
          1971.5909503065513) *
          r +
          133.14166789178438) *
          r +
          3.3871328727963665)) /
      (((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) *
        r +
        5394.196021424751) *
        r +
        687.1870074920579) *
        r +
        42.31333070160091) *
        r +
        1)
    );
  }
  const tail = q < 0 ? u : 1 - u;
  if (!(tail > 0)) return tail === 0 ? q * Infinity : NaN;
  const t = Math.sqrt(-ln(tail));
  const z = t <= 5 ? nearTail(t - 1.6) : farTail(t - 5);
  return q < 0 ? -z : z;
}

function nearTail(r: number): number {
  return (
    (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r +
      1.2704582524523684) *
      r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
      1.4234371107496835) /
    (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r +
      0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
      1)
  );
}

function farTail(r: number): number {
  return (
    (((((((2.0103343992922881e-7 * r + 0.000027115555687434876) * r + 0.0012426609473880784) * r +
      0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
      6.657904643501103) /
    (((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 0.000018463183175100548) * r +
      0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
      1)
  );
}
