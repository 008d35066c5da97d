// Randomness comes into the domain as an argument, so that a seed gives the same plan every time.
// The generator is mulberry32; it is for simulation, never for secrets.

/** Returns numbers in [0, 1), one at each call. */
export type RandomSource = () => number;

/** Returns a source that gives the same numbers for the same seed (an unsigned 32-bit integer). */
export function seededRandom(seed: number): RandomSource {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
